package dev.aide.client.auth;

import static java.util.Objects.requireNonNull;

/**
 * An API key that goes to the client's key header, unless told another.
 *
 * <p>Immutable and safe for use by any thread.
 */
public final class ApiKey implements Auth {
    /** The header that carries the key when nothing else is said. */
    public static final String DEFAULT_HEADER = "X-API-Key";

    private final String key;

    ApiKey(String key) {
        this.key = requireNonNull(key, "key");
    }

    /**
     * Names the header that carries the key.
     *
     * @param header a header name
     * @return an Auth that sends the key there
     */
    public Auth inHeader(String header) {
        return new FixedCredential(header, key);
    }

    @Override
    public String header() {
        return DEFAULT_HEADER;
    }

    @Override
    public String credential() {
        return key;
    }
}
