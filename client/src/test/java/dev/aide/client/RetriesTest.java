package dev.aide.client;

import static dev.aide.client.Kinds.kindOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.client.retry.Backoff;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetriesTest {
    private static final Retries QUICK = Retries.upTo(3).backoff(Backoff.fixed(Duration.ofMillis(1)));

    private static Responder failing(int times, Reply failure) {
        AtomicInteger calls = new AtomicInteger();
        return request -> calls.incrementAndGet() <= times ? failure : Reply.text("at last");
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void an_idempotent_request_is_tried_again_and_each_attempt_is_logged(ServerKind kind) throws Exception {
        for (int status : new int[] {408, 413, 425, 429, 500, 502, 503, 504}) {
            try (TestServer server = kind.start(failing(2, Reply.of(status)));
                    HttpClient client = HttpClient.builder().retries(QUICK).build()) {
                Response<String> sync = client.put(server.url()).send();

                assertThat(sync.data()).as("status %d", status).contains("at last");
                assertThat(sync.attempts()).extracting(Attempt::status).containsExactly(status, status, 200);
                assertThat(sync.attempts()).extracting(Attempt::number).containsExactly(1, 2, 3);
                assertThat(sync.attempts().get(0).failure()).isEqualTo(FailureKind.HTTP);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void asynchronous_calls_are_tried_again_too(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(failing(2, Reply.of(503)));
                HttpClient client = HttpClient.builder().retries(QUICK).build()) {
            Response<String> response = client.get(server.url()).sendAsync().get(60, TimeUnit.SECONDS);

            assertThat(response.data()).contains("at last");
            assertThat(response.attempts()).extracting(Attempt::status).containsExactly(503, 503, 200);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void what_is_not_worth_it_is_not_tried_again(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(failing(1, Reply.of(404)));
                HttpClient client = HttpClient.builder().retries(QUICK).build()) {
            assertThat(client.get(server.url()).send().status()).isEqualTo(404);
            assertThat(server.seen()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_post_is_sent_once_unless_it_has_an_idempotency_key(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(failing(1, Reply.of(503).with("Retry-After", "0")));
                HttpClient client = HttpClient.builder().retries(QUICK).build()) {
            assertThat(client.post(server.url()).json(1).send().status()).isEqualTo(503);
            assertThat(server.seen()).hasSize(1);
        }
        try (TestServer server = kind.start(failing(2, Reply.of(503)));
                HttpClient client = HttpClient.builder().retries(QUICK).build()) {
            assertThat(client.post(server.url()).json(1).idempotencyKey().send().isSuccess())
                    .isTrue();
            assertThat(server.seen()).hasSize(3);
            assertThat(server.seen())
                    .extracting(seen -> seen.header("Idempotency-Key"))
                    .doesNotContainNull();
            assertThat(server.seen().stream()
                            .map(seen -> seen.header("Idempotency-Key"))
                            .distinct())
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_stream_that_can_be_read_once_is_sent_once(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(failing(1, Reply.of(503)));
                HttpClient client = HttpClient.builder().retries(QUICK).build()) {
            assertThat(client.put(server.url()).stream(new ByteArrayInputStream("x".getBytes(UTF_8)))
                            .send()
                            .status())
                    .isEqualTo(503);
            assertThat(server.seen()).hasSize(1);
        }
    }

    @Test
    void a_refused_connection_is_tried_again_for_every_method() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (HttpClient client = HttpClient.builder().retries(QUICK).build()) {
            Response<String> response =
                    client.post("http://127.0.0.1:" + port).json(1).send();

            assertThat(response.attempts())
                    .hasSize(4)
                    .extracting(Attempt::failure)
                    .containsOnly(FailureKind.CONNECT);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_timeout_after_sending_is_tried_again_only_if_that_is_safe(ServerKind kind) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (TestServer server = kind.start(request -> {
                    never.await();
                    return Reply.of(200);
                });
                HttpClient client = HttpClient.builder()
                        .retries(QUICK)
                        .readTimeout(Duration.ofMillis(100))
                        .build()) {
            try {
                assertThat(client.post(server.url()).json(1).send().attempts()).hasSize(1);
                assertThat(client.get(server.url()).send().attempts()).hasSize(4);
            } finally {
                never.countDown();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void retry_after_is_obeyed_up_to_its_cap(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(failing(1, Reply.of(429).with("Retry-After", "3600")));
                HttpClient client = HttpClient.builder()
                        .retries(QUICK.retryAfterCap(Duration.ofMillis(300)))
                        .build()) {
            Response<String> response = client.get(server.url()).send();

            assertThat(response.isSuccess()).isTrue();
            Attempt first = response.attempts().get(0);
            Attempt second = response.attempts().get(1);
            assertThat(Duration.between(first.startedAt(), second.startedAt()))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(290));
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_wait_that_would_pass_the_deadline_is_not_begun(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(failing(1, Reply.of(503).with("Retry-After", "20")));
                HttpClient client = HttpClient.builder()
                        .retries(QUICK)
                        .deadline(Duration.ofSeconds(10))
                        .build()) {
            Response<String> response = client.get(server.url()).send();

            assertThat(response.status()).isEqualTo(503);
            assertThat(response.attempts()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void an_outage_is_not_multiplied(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(request -> Reply.of(500));
                HttpClient client = HttpClient.builder()
                        .retries(QUICK.budgetFloor(2))
                        .withoutCircuitBreaking()
                        .build()) {
            Response<String> last = null;
            for (int i = 0; i < 50; i++) {
                last = client.get(server.url()).send();
            }

            // 50 calls, at most 2 + 20 % retries in ten seconds; three windows would be 30 seconds
            assertThat(server.seen()).hasSizeBetween(50 + 2 + 10, 50 + 2 * (2 + 10));
            assertThat(last).isInstanceOfSatisfying(Failure.class, failure -> {
                assertThat(failure.kind()).isEqualTo(FailureKind.BUDGET);
                assertThat(failure.status()).isEqualTo(500);
                assertThat(failure.message()).contains("answered HTTP 500", "the retry budget of 127.0.0.1 is spent");
            });
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void an_interrupted_thread_stops_waiting_and_stays_interrupted(ServerKind kind) throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        try (TestServer server = kind.start(request -> {
                    answered.countDown();
                    return Reply.of(503);
                });
                HttpClient client = HttpClient.builder()
                        .retries(Retries.upTo(1)
                                .backoff(Backoff.fixed(Duration.ofSeconds(50)))
                                .withoutJitter())
                        .build()) {
            Object[] seen = new Object[2];
            Thread caller = new Thread(() -> {
                seen[0] = client.get(server.url()).send();
                seen[1] = Thread.currentThread().isInterrupted();
            });
            caller.start();
            assertThat(answered.await(60, TimeUnit.SECONDS)).isTrue();
            caller.interrupt();
            caller.join(TimeUnit.SECONDS.toMillis(40));

            assertThat(seen[0])
                    .isInstanceOfSatisfying(
                            Failure.class, failure -> assertThat(failure.kind()).isEqualTo(FailureKind.CANCELLED));
            assertThat(seen[1]).isEqualTo(true);
        }
    }

    @Test
    void full_jitter_spreads_the_waits_evenly_from_none_to_the_whole_of_the_backoff() {
        int draws = 100_000;
        long whole = Duration.ofMillis(800).toNanos();
        Random random = new Random(20_261_123);
        Retries retries = Retries.upTo(3).backoff(Backoff.exponential(Duration.ofMillis(200)));
        int[] tenths = new int[10];
        for (int i = 0; i < draws; i++) {
            long wait = retries.waitBefore(
                            3, bound -> random.longs(1, 0, bound).findFirst().orElseThrow())
                    .toNanos();
            assertThat(wait).isBetween(0L, whole);
            tenths[(int) Math.min(9, wait * 10 / whole)]++;
        }
        for (int tenth : tenths) {
            assertThat(tenth).isBetween(draws / 10 - 500, draws / 10 + 500);
        }
        assertThat(retries.waitBefore(3, bound -> 0)).isZero();
        assertThat(retries.waitBefore(3, bound -> bound - 1)).hasMillis(800);
        assertThat(retries.withoutJitter().waitBefore(3, bound -> 0)).hasMillis(800);
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_backoff_that_throws_ends_the_call_and_is_named(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(request -> Reply.of(503));
                HttpClient client = HttpClient.builder()
                        .baseUrl(server.url())
                        .retries(Retries.upTo(1).backoff(retry -> {
                            throw new IllegalStateException("no table of waits");
                        }))
                        .build()) {
            for (Response<String> response :
                    List.of(client.get("/").send(), client.get("/").sendAsync().get(60, TimeUnit.SECONDS))) {
                assertThat(response).isInstanceOfSatisfying(Failure.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(FailureKind.HOOK);
                    assertThat(failure.status()).isEqualTo(503);
                    assertThat(failure.message())
                            .endsWith("; not tried again: the backoff of the retries threw"
                                    + " java.lang.IllegalStateException: no table of waits");
                });
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void closing_the_client_ends_a_wait_at_once(ServerKind kind) throws Exception {
        // a client that is closed before this would give the 503 that it has just got
        CountDownLatch waiting = new CountDownLatch(2);
        Backoff observed = retry -> {
            waiting.countDown();
            return Duration.ofHours(1);
        };
        try (TestServer server = kind.start(request -> Reply.of(503))) {
            HttpClient client = HttpClient.builder()
                    .deadline(Duration.ofHours(2))
                    .retries(Retries.upTo(1).backoff(observed).withoutJitter())
                    .build();
            CompletableFuture<Response<String>> sync =
                    CompletableFuture.supplyAsync(() -> client.get(server.url()).send());
            CompletableFuture<Response<String>> async = client.get(server.url()).sendAsync();
            assertThat(waiting.await(60, TimeUnit.SECONDS)).isTrue();

            client.close();

            for (CompletableFuture<Response<String>> call : List.of(sync, async)) {
                assertThat(kindOf(call.get(60, TimeUnit.SECONDS))).isEqualTo(FailureKind.CANCELLED);
            }
            assertThat(server.seen()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_limit_of_centuries_is_no_limit(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(request -> Reply.text("ok"));
                HttpClient client = HttpClient.builder()
                        .deadline(Duration.ofSeconds(Long.MAX_VALUE))
                        .attemptTimeout(Duration.ofSeconds(Long.MAX_VALUE))
                        .build()) {
            assertThat(client.get(server.url()).send().data()).contains("ok");
            assertThat(client.get(server.url())
                            .sendAsync()
                            .get(60, TimeUnit.SECONDS)
                            .data())
                    .contains("ok");
        }
    }
}
