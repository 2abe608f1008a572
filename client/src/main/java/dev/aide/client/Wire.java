package dev.aide.client;

import java.io.IOException;
import okhttp3.Request;
import okhttp3.Response;

/** The rest of the way of a request: everything nearer to the network than whoever holds this. */
@FunctionalInterface
interface Wire {
    Response send(Request request) throws IOException;
}
