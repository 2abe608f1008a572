package dev.aide.server.jetty;

import dev.aide.server.answer.Answer;
import dev.aide.server.answer.Content;
import dev.aide.server.http.Peer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends answers by Jetty, with the headers that make browsers careful. Safe for use by many threads. */
final class AnswerWriter {

    /** Headers of each answer, unless the answer brings its own. */
    static void putCarefulHeaders(HttpFields.Mutable headers, Peer peer) {
        headers.put("X-Request-Id", peer.requestId());
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Cache-Control", "no-store");
        if (peer.secure()) {
            headers.put("Strict-Transport-Security", "max-age=31536000");
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
