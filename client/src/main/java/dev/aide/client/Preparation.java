package dev.aide.client;

import java.io.IOException;
import okhttp3.Request;

/** What is done to a request once it is its turn, on the thread that sends it. */
@FunctionalInterface
interface Preparation {
    Request prepare(Request request) throws IOException;
}
