package dev.aide.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.client.retry.Backoff;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
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
}
