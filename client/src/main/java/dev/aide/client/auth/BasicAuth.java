package dev.aide.client.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.Base64;

/**
 * A user's name that waits for its password: {@code Auth.basic("ann").password("…")}.
 *
 * <p>Immutable and safe for use by any thread.
 */
public final class BasicAuth {
    private final String user;

    BasicAuth(String user) {
        if (user.indexOf(':') >= 0) {
            throw new IllegalArgumentException(
                    "the user name of basic authentication must not contain a colon (RFC 7617)");
        }
        this.user = user;
    }

    /**
     * Gives the password.
     *
     * @param password the password
     * @return the finished Auth
     */
    public Auth password(String password) {
        byte[] pair = (user + ":" + requireNonNull(password, "password")).getBytes(UTF_8);
        return new FixedCredential(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }
}
