package dev.aide.client.auth;

import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * How a request says who sends it: one header. Sent to the origin that the request names and to no other: a redirect
 * elsewhere leaves it behind.
 *
 * <p>Implementations are safe for use by any thread.
 */
public interface Auth {

    /**
     * Returns the name of the header, such as {@code Authorization}.
     *
     * @return a header name
     */
    String header();

    /**
     * Returns the value of the header. May block, as when a token is fetched.
     *
     * @return a header value
     * @throws Exception if there is none to be had; the call then fails with {@code AUTH}
     */
    String credential() throws Exception;

    /**
     * Called when the server answered 401: returns another value to try once with.
     *
     * @param rejected the value that the server refused
     * @return a new value, empty if there is none
     * @throws Exception if none can be had now; the call then fails with {@code AUTH}
     */
    default Optional<String> refreshed(String rejected) throws Exception {
        return Optional.empty();
    }

    /**
     * A fixed bearer token (RFC 6750).
     *
     * @param token the token
     * @return an Auth for it
     */
    static Auth bearer(String token) {
        return new FixedCredential("Authorization", "Bearer " + token);
    }

    /**
     * A bearer token that is fetched when first needed, kept, and fetched anew when the server answers 401. However
     * many calls wait, one fetches.
     *
     * @param tokens fetches a token; may block
     * @return an Auth for it
     */
    static Auth bearer(Callable<String> tokens) {
        return new RefreshingBearer(tokens);
    }

    /**
     * An API key, sent in the client's key header, {@code X-API-Key} unless the client names another.
     *
     * @param key the key
     * @return an Auth for it
     */
    static ApiKey apiKey(String key) {
        return new ApiKey(key);
    }

    /**
     * Basic authentication (RFC 7617), in UTF-8.
     *
     * @param user the user's name, without a colon
     * @return asks for the password
     * @throws IllegalArgumentException if the name has a colon
     */
    static BasicAuth basic(String user) {
        return new BasicAuth(user);
    }
}
