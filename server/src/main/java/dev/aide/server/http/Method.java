package dev.aide.server.http;

/** The HTTP methods that endpoints have. HEAD is answered by GET endpoints, OPTIONS by the portal. */
public enum Method {
    GET(false, true),
    POST(true, false),
    PUT(true, false),
    PATCH(true, false),
    DELETE(false, false);

    private final boolean hasBody;
    private final boolean isSafe;

    Method(boolean hasBody, boolean isSafe) {
        this.hasBody = hasBody;
        this.isSafe = isSafe;
    }

    /** Whether values are taken from the body; otherwise from the query. */
    public boolean hasBody() {
        return hasBody;
    }

    /** Whether it changes nothing (RFC 9110, 9.2.1). */
    public boolean isSafe() {
        return isSafe;
    }
}
