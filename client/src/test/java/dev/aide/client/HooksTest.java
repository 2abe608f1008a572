package dev.aide.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.client.retry.Backoff;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HooksTest {

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void run_in_order_parent_outermost(ServerKind kind) throws Exception {
        List<String> order = new CopyOnWriteArrayList<>();
        try (TestServer server = kind.start(request -> Reply.text("ok"));
                HttpClient parent = HttpClient.builder()
                        .baseUrl(server.url())
                        .onRequest("p1", request -> {
                            order.add("p1 " + request.method() + " "
                                    + request.uri().getPath());
                            return request.withHeader("X-Order").is("parent");
                        })
                        .onResponse("p1", response -> order.add("p1 " + response.status()))
                        .build();
                HttpClient child = parent.derive()
                        .onRequest("c1", request -> {
                            order.add("c1 saw "
                                    + request.headers().firstValue("X-Order").orElse("nothing"));
                            return request.withHeader("X-Order").is("child");
                        })
                        .onResponse("c1", response -> order.add("c1 " + response.status()))
                        .build()) {
            child.get("/a").send();

            assertThat(order).containsExactly("p1 GET /a", "c1 saw parent", "c1 200", "p1 200");
            assertThat(server.only().header("X-Order")).isEqualTo("child");
            order.clear();

            parent.get("/b").send();
            assertThat(order).containsExactly("p1 GET /b", "p1 200");
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_hook_that_throws_fails_the_call_and_is_named(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(request -> Reply.text("ok"));
                HttpClient before = HttpClient.builder()
                        .onRequest("signer", request -> {
                            throw new java.io.IOException("no key");
                        })
                        .build();
                HttpClient after = HttpClient.builder()
                        .onResponse("auditor", response -> {
                            throw new AssertionError("disk full");
                        })
                        .build();
                HttpClient injecting = HttpClient.builder()
                        .onRequest(
                                "injector", request -> request.withHeader("X").is("a\nb"))
                        .build()) {
            assertHookFailure(before.get(server.url()).send(), "request hook \"signer\" threw", "no key");
            assertHookFailure(
                    before.get(server.url()).sendAsync().get(60, TimeUnit.SECONDS),
                    "request hook \"signer\" threw",
                    "no key");
            assertHookFailure(injecting.get(server.url()).send(), "request hook \"injector\" threw", "U+000A");
            assertThat(server.seen()).isEmpty();

            Response<String> late = after.get(server.url()).send();
            assertHookFailure(late, "response hook \"auditor\" threw", "disk full");
            assertThat(late.status()).isEqualTo(200);
            assertThat(late.attempts()).hasSize(1);
        }
    }

    private static void assertHookFailure(Response<String> response, String... parts) {
        assertThat(response).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.kind()).isEqualTo(FailureKind.HOOK);
            assertThat(failure.message()).contains(parts);
            assertThat(failure.cause()).isNotNull();
        });
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void request_hooks_see_each_attempt_and_response_hooks_the_last(ServerKind kind) throws Exception {
        AtomicInteger requests = new AtomicInteger();
        AtomicInteger responses = new AtomicInteger();
        try (TestServer server = kind.start(request -> Reply.of(503));
                HttpClient client = HttpClient.builder()
                        .retries(Retries.upTo(2).backoff(Backoff.fixed(Duration.ofMillis(1))))
                        .onRequest("count", request -> {
                            requests.incrementAndGet();
                            return request;
                        })
                        .onResponse("count", response -> responses.incrementAndGet())
                        .build()) {
            client.get(server.url()).send();

            assertThat(requests).hasValue(3);
            assertThat(responses).hasValue(1);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_derived_client_has_the_defaults_of_its_parent(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(request -> Reply.of(503));
                HttpClient application = HttpClient.builder()
                        .baseUrl(server.url())
                        .retries(Retries.none())
                        .apiKeyHeader("X-Acme")
                        .build()) {
            try (HttpClient users = application
                    .derive()
                    .baseUrl(server.url() + "/users")
                    .auth(dev.aide.client.auth.Auth.apiKey("k"))
                    .build()) {
                users.get("/7").send();
            }
            assertThat(server.only().target()).isEqualTo("/users/7");
            assertThat(server.only().header("X-Acme")).isEqualTo("k");
            assertThat(application.get("/").send().status()).isEqualTo(503);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_request_hook_that_hangs_holds_neither_sendAsync_nor_its_future(ServerKind kind) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (TestServer server = kind.start(request -> Reply.text("ok"));
                HttpClient client = HttpClient.builder()
                        .deadline(Duration.ofMillis(200))
                        .onRequest("stuck", request -> {
                            never.await();
                            return request;
                        })
                        .build()) {
            try {
                Response<String> response = client.get(server.url()).sendAsync().get(60, TimeUnit.SECONDS);

                assertThat(response).isInstanceOfSatisfying(Failure.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(FailureKind.TIMEOUT);
                    assertThat(failure.message()).isEqualTo("no answer from 127.0.0.1 within the deadline of PT0.2S");
                });
            } finally {
                never.countDown();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void what_is_told_of_a_deadline_runs_on_a_thread_of_the_client(ServerKind kind) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        AtomicReference<String> thread = new AtomicReference<>();
        try (TestServer server = kind.start(request -> {
                    never.await();
                    return Reply.of(200);
                });
                HttpClient client = HttpClient.builder()
                        .maxConcurrentCalls(1)
                        .deadline(Duration.ofMillis(100))
                        .build()) {
            try {
                CompletableFuture<Response<String>> first =
                        client.get(server.url()).deadline(Duration.ofHours(1)).sendAsync();
                client.get(server.url())
                        .asText()
                        .onError(failure -> thread.set(Thread.currentThread().getName()))
                        .sendAsync()
                        .get(60, TimeUnit.SECONDS);

                assertThat(thread.get()).startsWith("OkHttp Dispatcher");
                first.cancel(true);
            } finally {
                never.countDown();
            }
        }
    }
}
