package dev.aide.client;

import static dev.aide.client.Kinds.kindOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.client.auth.Auth;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a call does over HTTP/2, where many share one connection, to a real Jetty. */
class Http2Test {
    private static final Duration SHORT = Duration.ofMillis(300);

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch never = new CountDownLatch(1);
    private TlsJetty server;

    @BeforeEach
    void start() throws Exception {
        server = new TlsJetty(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                String version =
                        request.getConnectionMetaData().getHttpVersion().asString();
                switch (request.getHttpURI().getPath()) {
                    case "/hang" -> {
                        arrived.countDown();
                        never.await();
                        callback.succeeded();
                    }
                    case "/drip" -> {
                        Content.Sink.write(response, false, "start", Callback.NOOP);
                        arrived.countDown();
                        never.await();
                        callback.succeeded();
                    }
                    default ->
                        Content.Sink.write(response, true, version + " " + Content.Source.asString(request), callback);
                }
                return true;
            }
        });
    }

    @AfterEach
    void stop() {
        never.countDown();
        server.close();
    }

    private void assertConnectionStillServes(HttpClient client) {
        assertThat(client.get("/").send().data()).contains("HTTP/2.0 ");
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void is_spoken_with_a_server_that_offers_it_by_both_ways_of_calling() throws Exception {
        try (HttpClient client = server.trusting()
                .certificatePin("localhost")
                .is(server.pin())
                .auth(Auth.bearer("token"))
                .build()) {
            assertThat(client.get("/").send().data()).contains("HTTP/2.0 ");
            assertThat(client.post("/")
                            .json("x")
                            .sendAsync()
                            .get(60, TimeUnit.SECONDS)
                            .data())
                    .contains("HTTP/2.0 \"x\"");
        }
    }

    @Test
    void calls_at_once_share_one_connection() throws Exception {
        try (HttpClient client = server.trusting().build()) {
            client.get("/").send();
            List<CompletableFuture<dev.aide.client.Response<String>>> calls = IntStream.range(0, 50)
                    .mapToObj(i -> client.get("/").sendAsync())
                    .toList();
            for (CompletableFuture<dev.aide.client.Response<String>> call : calls) {
                assertThat(call.get(60, TimeUnit.SECONDS).data()).contains("HTTP/2.0 ");
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void a_cancelled_call_ends_its_stream_and_leaves_the_connection_to_the_others() throws Exception {
        try (HttpClient client = server.trusting().retries(Retries.none()).build()) {
            CompletableFuture<dev.aide.client.Response<String>> call =
                    client.get("/hang").sendAsync();
            assertThat(arrived.await(60, TimeUnit.SECONDS)).isTrue();

            assertThat(call.cancel(true)).isTrue();

            assertThat(kindOf(call.join())).isEqualTo(FailureKind.CANCELLED);
            assertConnectionStillServes(client);
        }
    }

    @Test
    void closing_the_client_cancels_a_call_and_closes_the_connection() throws Exception {
        HttpClient client = server.trusting().retries(Retries.none()).build();
        CompletableFuture<dev.aide.client.Response<String>> sync =
                CompletableFuture.supplyAsync(() -> client.get("/hang").send());
        assertThat(arrived.await(60, TimeUnit.SECONDS)).isTrue();

        client.close();

        assertThat(kindOf(sync.get(60, TimeUnit.SECONDS))).isEqualTo(FailureKind.CANCELLED);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(server.connections()).isZero());
    }

    @Test
    void every_time_limit_holds_and_leaves_the_connection_to_the_others() throws Exception {
        try (HttpClient client = server.trusting().retries(Retries.none()).build();
                HttpClient byRead = client.derive().readTimeout(SHORT).build();
                HttpClient byAttempt = client.derive().attemptTimeout(SHORT).build();
                HttpClient byDeadline = client.derive().deadline(SHORT).build()) {
            assertThat(client.get("/").send().isSuccess()).isTrue();
            for (HttpClient limited : List.of(byRead, byAttempt, byDeadline)) {
                for (String path : List.of("/hang", "/drip")) {
                    assertThat(kindOf(limited.get(path).send())).isEqualTo(FailureKind.TIMEOUT);
                    assertThat(kindOf(limited.get(path).sendAsync().get(60, TimeUnit.SECONDS)))
                            .isEqualTo(FailureKind.TIMEOUT);
                }
            }
            assertConnectionStillServes(client);
        }
    }
}
