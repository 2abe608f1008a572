package dev.aide.server.fuzz;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Sends requests over HTTP/2 by the JDK's client, each on a connection of its own, so that none suffers from another. What
 * that client refuses to send is not sent, nor is a head that is too large, for which the whole connection may be ended.
 */
final class Http2 implements Transport {
    private static final Duration MOST = Duration.ofMinutes(2);
    private static final int MOST_HEAD_CHARS = 7_000;

    private final String root;
    private final SSLContext trusting;

    Http2(int port, SSLContext trusting) {
        this.root = "https://localhost:" + port;
        this.trusting = trusting;
    }

    @Override
    public Optional<Reply> fire(Shot shot) {
        return shot.draft()
                .filter(draft ->
                        draft.target().length() + draft.headers().toString().length() < MOST_HEAD_CHARS)
                .flatMap(this::request)
                .map(this::send);
    }

    private Optional<HttpRequest> request(RequestDraft draft) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + draft.target()))
                    .timeout(MOST)
                    .method(draft.method(), HttpRequest.BodyPublishers.ofByteArray(draft.body()));
            for (String line : draft.headers()) {
                String[] parts = line.split(": ", 2);
                request.header(parts[0], parts[1]);
            }
            if (!draft.mediaType().isEmpty()) {
                request.header("Content-Type", draft.mediaType());
            }
            return Optional.of(request.build());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Reply send(HttpRequest request) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .sslContext(trusting)
                .connectTimeout(MOST)
                .build();
        try {
            return reply(client.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (HttpTimeoutException e) {
            return new Reply("", false);
        } catch (IOException e) {
            // the stream or the connection was reset, which is no answer
            return new Reply(String.valueOf(e.getMessage()), true);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As it would be on a connection of HTTP/1.1, so that it is judged in the same way. */
    private static Reply reply(HttpResponse<byte[]> response) {
        if (response.version() != HttpClient.Version.HTTP_2) {
            throw new IllegalStateException("the portal did not speak HTTP/2");
        }
        StringBuilder text = new StringBuilder("HTTP/1.1 " + response.statusCode() + "\r\n");
        response.headers()
                .map()
                .forEach((name, values) -> values.forEach(
                        value -> text.append(name).append(": ").append(value).append("\r\n")));
        return new Reply(text + "\r\n" + new String(response.body(), StandardCharsets.ISO_8859_1), true);
    }
}
