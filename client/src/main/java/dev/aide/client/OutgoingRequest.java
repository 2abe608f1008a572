package dev.aide.client;

import java.net.URI;
import java.net.http.HttpHeaders;
import okhttp3.Request;

/**
 * A request as a hook sees it.
 *
 * <p>Immutable and safe for use by any thread.
 */
public final class OutgoingRequest {
    private final Request request;

    OutgoingRequest(Request request) {
        this.request = request;
    }

    /**
     * Returns the method.
     *
     * @return the method
     */
    public Method method() {
        return Method.valueOf(request.method());
    }

    /**
     * Returns where it goes.
     *
     * @return the full address, its query as it is sent
     */
    public URI uri() {
        return request.url().uri();
    }

    /**
     * Returns the headers so far.
     *
     * @return the headers
     */
    public HttpHeaders headers() {
        return HeaderFields.toHttpHeaders(request.headers());
    }

    /**
     * Sets a header, instead of any of that name.
     *
     * @param name the header's name
     * @return asks for the value, then gives a changed copy
     * @throws IllegalArgumentException if the name is no header name
     */
    public Named<OutgoingRequest> withHeader(String name) {
        HeaderFields.checkName(name);
        return value -> {
            String text = HeaderFields.checkedValue(name, value);
            return new OutgoingRequest(request.newBuilder().header(name, text).build());
        };
    }

    Request unwrap() {
        return request;
    }
}
