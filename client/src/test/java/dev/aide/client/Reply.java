package dev.aide.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import okio.ByteString;

/** What a server answers. */
record Reply(int status, Map<String, String> headers, ByteString body) {

    static Reply of(int status) {
        return new Reply(status, Map.of(), ByteString.EMPTY);
    }

    static Reply text(String text) {
        return new Reply(200, Map.of("Content-Type", "text/plain; charset=utf-8"), ByteString.of(text.getBytes(UTF_8)));
    }

    static Reply json(String json) {
        return text(json).with("Content-Type", "application/json");
    }

    static Reply bytes(byte[] bytes) {
        return new Reply(200, Map.of(), ByteString.of(bytes));
    }

    Reply status(int other) {
        return new Reply(other, headers, body);
    }

    Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body);
    }
}
