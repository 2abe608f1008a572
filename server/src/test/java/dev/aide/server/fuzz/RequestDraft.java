package dev.aide.server.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A request that is still being written. For one thread. */
final class RequestDraft {
    private final String method;
    private final String path;
    private final List<Pair> query = new ArrayList<>();
    private final List<String> headers = new ArrayList<>();
    private byte[] body = new byte[0];
    private String mediaType = "";

    /**
     * Begins one.
     *
     * @param path encoded
     */
    RequestDraft(String method, String path) {
        this.method = method;
        this.path = path;
    }

    RequestDraft query(String name, String value) {
        query.add(new Pair(name, value));
        return this;
    }

    /** Adds a header, written as {@code Name: value}. */
    RequestDraft header(String line) {
        headers.add(line);
        return this;
    }

    RequestDraft body(String type, byte[] bytes) {
        mediaType = type;
        body = bytes;
        return this;
    }

    /** A body of characters that are a byte each. */
    RequestDraft body(String type, String text) {
        return body(type, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    RequestDraft mediaType(String type) {
        mediaType = type;
        return this;
    }

    RequestDraft without(String name) {
        query.removeIf(pair -> pair.name().equals(name));
        return this;
    }

    String method() {
        return method;
    }

    /** The path and the query. */
    String target() {
        return query.isEmpty()
                ? path
                : path + "?" + query.stream().map(Pair::encoded).collect(Collectors.joining("&"));
    }

    List<String> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    String mediaType() {
        return mediaType;
    }

    /** As it is sent, on a connection of its own. */
    byte[] bytes() {
        StringBuilder head = new StringBuilder(method).append(' ').append(target());
        head.append(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        if (!mediaType.isEmpty()) {
            head.append("Content-Type: ").append(mediaType).append("\r\n");
        }
        if (body.length > 0 || !mediaType.isEmpty()) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(body);
        return out.toByteArray();
    }

    /** Percent-encoded in UTF-8, all but letters and digits. */
    static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if ((b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9')) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(String.format("%02X", b & 0xFF));
            }
        }
        return encoded.toString();
    }

    private record Pair(String name, String value) {

        String encoded() {
            return RequestDraft.encoded(name) + "=" + RequestDraft.encoded(value);
        }
    }
}
