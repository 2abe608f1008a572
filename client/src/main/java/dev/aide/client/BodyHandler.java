package dev.aide.client;

import java.io.IOException;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/** Turns the body of a successful answer into the data of a response. */
@FunctionalInterface
interface BodyHandler<T> {

    T read(Response response, BufferedSource body) throws IOException;

    default Request prepare(Request request) throws IOException {
        return request;
    }

    default boolean accepts(int status) {
        return status >= 200 && status < 300;
    }

    /** Without the cap on the size of a body, which is for what is kept in memory. */
    default boolean isUnbounded() {
        return false;
    }
}
