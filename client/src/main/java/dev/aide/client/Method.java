package dev.aide.client;

/**
 * The request methods of RFC 9110 and RFC 5789 that a client sends.
 *
 * <p>Safe for use by any thread.
 */
public enum Method {
    /** Reads a resource. */
    GET(true, false),
    /** Reads what {@link #GET} would answer, without its body. */
    HEAD(true, false),
    /** Asks what can be done with a resource. */
    OPTIONS(true, true),
    /** Replaces a resource. */
    PUT(true, true),
    /** Removes a resource. */
    DELETE(true, true),
    /** Hands data to a resource, twice if sent twice. */
    POST(false, true),
    /** Changes a part of a resource. */
    PATCH(false, true);

    private final boolean idempotent;
    private final boolean bodyAllowed;

    Method(boolean idempotent, boolean bodyAllowed) {
        this.idempotent = idempotent;
        this.bodyAllowed = bodyAllowed;
    }

    /**
     * Tells whether sending twice has the effect of sending once (RFC 9110, section 9.2.2).
     *
     * @return true for all but {@link #POST} and {@link #PATCH}
     */
    public boolean isIdempotent() {
        return idempotent;
    }

    /**
     * Tells whether a request of this method may carry a body.
     *
     * @return false for {@link #GET} and {@link #HEAD}
     */
    public boolean isBodyAllowed() {
        return bodyAllowed;
    }
}
