package dev.aide.client;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Keeps OkHttp from sending a request again, unseen by log and budget, when a 503 says {@code Retry-After: 0}: next to
 * the wire the header is put under another name, and further up it has its own again.
 */
final class NoResend {
    private static final String SHOWN = "Retry-After";
    private static final String HIDDEN = "Aide-Retry-After";

    private NoResend() {}

    static Response hide(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        return response.code() == 503 ? renamed(response, SHOWN, HIDDEN) : response;
    }

    static Response show(Response response) {
        return response.code() == 503 ? renamed(response, HIDDEN, SHOWN) : response;
    }

    private static Response renamed(Response response, String from, String to) {
        String value = response.header(from);
        return value == null
                ? response
                : response.newBuilder().removeHeader(from).header(to, value).build();
    }
}
