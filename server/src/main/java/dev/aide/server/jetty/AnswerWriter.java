package dev.aide.server.jetty;

import dev.aide.server.answer.Answer;
import dev.aide.server.answer.Content;
import dev.aide.server.http.Peer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends answers by Jetty, with the headers that make browsers careful. Safe for use by many threads. */
final class AnswerWriter {
    /** Encoded once, since each answer has them. */
    private static final List<HttpField> CAREFUL = List.of(
            new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
            new PreEncodedHttpField("X-Frame-Options", "DENY"),
            new PreEncodedHttpField("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox"),
            new PreEncodedHttpField("Referrer-Policy", "no-referrer"),
            new PreEncodedHttpField("Cross-Origin-Resource-Policy", "same-origin"),
            new PreEncodedHttpField("Cache-Control", "no-store"));

    private static final HttpField OVER_TLS = new PreEncodedHttpField("Strict-Transport-Security", "max-age=31536000");

    /** Headers of each answer, unless the answer brings its own. */
    static void putCarefulHeaders(HttpFields.Mutable headers, Peer peer) {
        headers.put("X-Request-Id", peer.requestId());
        CAREFUL.forEach(headers::put);
        if (peer.secure()) {
            headers.put(OVER_TLS);
        }
    }

    /** Sends an answer; its bytes may be made on this thread. */
    void write(Answer answer, boolean isHead, Response response, Callback callback) {
        response.setStatus(answer.status());
        HttpFields.Mutable headers = response.getHeaders();
        answer.headers().forEach((name, value) -> headers.remove(name));
        answer.headers().forEach(headers::add);
        if (answer.content() instanceof Content.Bytes content) {
            writeBytes(content.bytes(), answer.status(), isHead, response, callback);
        } else if (answer.content() instanceof Content.Stream content) {
            writeStream(content, isHead, response, callback);
        }
    }

    private static void writeBytes(byte[] bytes, int status, boolean isHead, Response response, Callback callback) {
        boolean mayCarry = status != 204 && status != 304;
        if (mayCarry) {
            response.getHeaders().put("Content-Length", bytes.length);
        }
        response.write(true, isHead || !mayCarry ? ByteBuffer.allocate(0) : ByteBuffer.wrap(bytes), callback);
    }

    private static void writeStream(Content.Stream content, boolean isHead, Response response, Callback callback) {
        OutputStream out = isHead
                ? OutputStream.nullOutputStream()
                : new BufferedOutputStream(org.eclipse.jetty.io.Content.Sink.asOutputStream(response));
        try {
            content.writeTo(out);
            out.close();
        } catch (IOException | RuntimeException e) {
            // not closed, and the connection broken: so the client sees that something is missing
            callback.failed(e);
            return;
        }
        if (isHead) {
            response.write(true, ByteBuffer.allocate(0), callback);
        } else {
            callback.succeeded();
        }
    }
}
