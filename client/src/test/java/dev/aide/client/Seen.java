package dev.aide.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpHeaders;

/** A request as a server saw it. */
record Seen(String method, String target, HttpHeaders headers, String bodyText) {
    Seen(String method, String target, HttpHeaders headers, byte[] body) {
        this(method, target, headers, new String(body, UTF_8));
    }

    String header(String name) {
        return headers.firstValue(name).orElse(null);
    }
}
