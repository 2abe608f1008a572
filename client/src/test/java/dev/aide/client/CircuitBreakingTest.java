package dev.aide.client;

import static dev.aide.client.Kinds.kindOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.client.retry.BreakerState;
import dev.aide.client.retry.CircuitBreaking;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CircuitBreakingTest {
    private static final CircuitBreaking QUICK =
            CircuitBreaking.standard().minimumCalls(4).window(Duration.ofMinutes(10));

    private static HttpClientBuilder client(TestServer server, CircuitBreaking rules) {
        return HttpClient.builder()
                .baseUrl(server.url())
                .retries(Retries.none())
                .circuitBreaking(rules);
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void opens_when_a_host_fails_and_keeps_calls_away(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(request -> Reply.of(500));
                HttpClient client =
                        client(server, QUICK.openFor(Duration.ofHours(1))).build()) {
            for (int i = 0; i < 4; i++) {
                assertThat(kindOf(client.get("/a").send())).isEqualTo(FailureKind.HTTP);
            }
            assertThat(client.breakerState(Method.GET, "/b")).isEqualTo(BreakerState.OPEN);

            Response<String> refused = client.get("/b").send();
            Response<String> refusedAsync = client.get("/b").sendAsync().get(60, TimeUnit.SECONDS);

            assertThat(kindOf(refused)).isEqualTo(FailureKind.CIRCUIT_OPEN);
            assertThat(kindOf(refusedAsync)).isEqualTo(FailureKind.CIRCUIT_OPEN);
            assertThat(refused.attempts()).isEmpty();
            assertThat(server.seen()).hasSize(4);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void closes_when_the_probe_succeeds(ServerKind kind) throws Exception {
        AtomicBoolean well = new AtomicBoolean();
        try (TestServer server = kind.start(request -> Reply.of(well.get() ? 200 : 500));
                HttpClient client =
                        client(server, QUICK.openFor(Duration.ofMillis(50))).build()) {
            for (int i = 0; i < 4; i++) {
                client.get("/").send();
            }
            assertThat(client.breakerState(Method.GET, "/")).isEqualTo(BreakerState.OPEN);
            well.set(true);

            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> client.get("/").send().isSuccess());

            assertThat(client.breakerState(Method.GET, "/")).isEqualTo(BreakerState.CLOSED);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void half_open_lets_one_probe_through_and_a_cancelled_probe_does_not_block_it(ServerKind kind) throws Exception {
        CountDownLatch probing = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (TestServer server = kind.start(request -> {
                    if (request.target().equals("/slow")) {
                        probing.countDown();
                        release.await();
                    }
                    return Reply.of(request.target().equals("/bad") ? 500 : 200);
                });
                HttpClient client =
                        client(server, QUICK.openFor(Duration.ofMillis(50))).build()) {
            try {
                for (int i = 0; i < 4; i++) {
                    client.get("/bad").send();
                }
                CompletableFuture<Response<String>> probe = probe(client, probing);
                assertThat(client.breakerState(Method.GET, "/")).isEqualTo(BreakerState.HALF_OPEN);
                assertThat(kindOf(client.get("/well").send())).isEqualTo(FailureKind.CIRCUIT_OPEN);

                probe.cancel(true);

                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> client.get("/well").send().isSuccess());
            } finally {
                release.countDown();
            }
        }
    }

    private static CompletableFuture<Response<String>> probe(HttpClient client, CountDownLatch arrived) {
        while (true) {
            CompletableFuture<Response<String>> call = client.get("/slow").sendAsync();
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> call.isDone() || arrived.getCount() == 0);
            if (arrived.getCount() == 0) {
                return call;
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void routes_may_have_breakers_of_their_own(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(request -> Reply.of(request.target().startsWith("/bad") ? 500 : 200));
                HttpClient client = client(server, QUICK.perRoute().openFor(Duration.ofHours(1)))
                        .build()) {
            for (int i = 0; i < 4; i++) {
                client.get("/bad/{id}").path("id").is(i).send();
            }

            assertThat(client.breakerState(Method.GET, "/bad/{id}")).isEqualTo(BreakerState.OPEN);
            assertThat(client.breakerState(Method.POST, "/bad/{id}")).isEqualTo(BreakerState.CLOSED);
            assertThat(client.get("/good").send().isSuccess()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void what_the_caller_did_wrong_does_not_open_it(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(request -> Reply.of(404));
                HttpClient client = client(server, QUICK).build()) {
            for (int i = 0; i < 20; i++) {
                client.get("/").send();
            }
            assertThat(client.breakerState(Method.GET, "/")).isEqualTo(BreakerState.CLOSED);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_derived_client_shares_breakers_unless_it_has_rules_of_its_own(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(request -> Reply.of(500));
                HttpClient parent =
                        client(server, QUICK.openFor(Duration.ofHours(1))).build();
                HttpClient sharing = parent.derive().header("X-A").is("b").build();
                HttpClient own = parent.derive().circuitBreaking(QUICK).build()) {
            for (int i = 0; i < 4; i++) {
                parent.get("/").send();
            }
            assertThat(sharing.breakerState(Method.GET, "/")).isEqualTo(BreakerState.OPEN);
            assertThat(own.breakerState(Method.GET, "/")).isEqualTo(BreakerState.CLOSED);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_host_that_hangs_until_the_deadline_opens_it_by_both_ways_of_calling(ServerKind kind) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (TestServer server = kind.start(request -> {
            never.await();
            return Reply.of(200);
        })) {
            try {
                for (boolean async : new boolean[] {true, false}) {
                    try (HttpClient client = client(server, QUICK.minimumCalls(1))
                            .deadline(Duration.ofMillis(100))
                            .build()) {
                        Response<String> response = async
                                ? client.get("/a").sendAsync().get(60, TimeUnit.SECONDS)
                                : client.get("/a").send();
                        assertThat(kindOf(response)).isEqualTo(FailureKind.TIMEOUT);
                        Awaitility.await()
                                .atMost(Duration.ofSeconds(60))
                                .untilAsserted(() -> assertThat(client.breakerState(Method.GET, "/a"))
                                        .isEqualTo(BreakerState.OPEN));
                    }
                }
            } finally {
                never.countDown();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_call_that_waited_for_its_turn_until_its_deadline_says_nothing_of_the_host(ServerKind kind) throws Exception {
        CountDownLatch later = new CountDownLatch(1);
        try (TestServer server = kind.start(request -> {
                    later.await();
                    return Reply.text("ok");
                });
                HttpClient client = client(server, QUICK.minimumCalls(1))
                        .maxConcurrentCalls(1)
                        .build()) {
            try {
                CompletableFuture<Response<String>> first = client.get("/a").sendAsync();
                Response<String> waited = client.get("/a")
                        .deadline(Duration.ofMillis(100))
                        .sendAsync()
                        .get(60, TimeUnit.SECONDS);
                later.countDown();

                assertThat(kindOf(waited)).isEqualTo(FailureKind.TIMEOUT);
                assertThat(first.get(60, TimeUnit.SECONDS).data()).contains("ok");
                // its turn comes before this one's
                assertThat(client.get("/a")
                                .sendAsync()
                                .get(60, TimeUnit.SECONDS)
                                .data())
                        .contains("ok");
                assertThat(server.seen()).hasSize(2);
            } finally {
                later.countDown();
            }
        }
    }
}
