package dev.aide.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aide.client.auth.Auth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuthTest {

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void says_who_sends_in_every_scheme(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(request -> Reply.of(200));
                HttpClient client = HttpClient.builder()
                        .baseUrl(server.url())
                        .auth(Auth.bearer("t0k"))
                        .apiKeyHeader("X-Acme-Key")
                        .build();
                HttpClient plain = HttpClient.builder().baseUrl(server.url()).build()) {
            client.get("/").send();
            client.get("/").auth(Auth.apiKey("k3y")).send();
            client.get("/").auth(Auth.apiKey("k3y").inHeader("X-Other")).send();
            client.get("/").auth(Auth.basic("ann").password("pässword")).send();
            client.get("/").header("Authorization").is("Custom x").send();
            plain.get("/").auth(Auth.apiKey("k3y")).send();
            plain.get("/").send();

            assertThat(server.seen().get(0).header("Authorization")).isEqualTo("Bearer t0k");
            assertThat(server.seen().get(1).header("X-Acme-Key")).isEqualTo("k3y");
            assertThat(server.seen().get(1).header("Authorization")).isNull();
            assertThat(server.seen().get(2).header("X-Other")).isEqualTo("k3y");
            assertThat(server.seen().get(3).header("Authorization")).isEqualTo("Basic YW5uOnDDpHNzd29yZA==");
            assertThat(server.seen().get(4).header("Authorization")).isEqualTo("Custom x");
            assertThat(server.seen().get(5).header("X-API-Key")).isEqualTo("k3y");
            assertThat(server.seen().get(6).header("Authorization")).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_refused_token_is_fetched_once_for_all_who_wait(ServerKind kind) throws Exception {
        AtomicInteger fetched = new AtomicInteger();
        CountDownLatch allSentTheOldOne = new CountDownLatch(8);
        try (TestServer server = kind.start(request -> {
                    if ("Bearer token-2".equals(request.header("Authorization"))) {
                        return Reply.text("in");
                    }
                    allSentTheOldOne.countDown();
                    allSentTheOldOne.await();
                    return Reply.of(401);
                });
                HttpClient client = HttpClient.builder()
                        .baseUrl(server.url())
                        .auth(Auth.bearer(() -> "token-" + fetched.incrementAndGet()))
                        .build()) {
            List<CompletableFuture<Response<String>>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                calls.add(client.get("/").sendAsync());
            }
            for (CompletableFuture<Response<String>> call : calls) {
                assertThat(call.get(60, TimeUnit.SECONDS).data()).contains("in");
            }
            assertThat(fetched).hasValue(2);
            assertThat(client.post("/").json("again").send().data()).contains("in");
            assertThat(fetched).hasValue(2);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_token_that_stays_refused_is_a_401(ServerKind kind) throws Exception {
        AtomicInteger fetched = new AtomicInteger();
        try (TestServer server = kind.start(request -> Reply.of(401));
                HttpClient client = HttpClient.builder()
                        .auth(Auth.bearer(() -> "token-" + fetched.incrementAndGet()))
                        .build()) {
            assertThat(client.get(server.url()).send().status()).isEqualTo(401);
            assertThat(fetched).hasValue(2);
            assertThat(server.seen()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_token_supplier_that_fails_is_an_AUTH_failure(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(request -> Reply.of(200));
                HttpClient throwing = HttpClient.builder()
                        .auth(Auth.bearer(() -> {
                            throw new java.io.IOException("identity server is down");
                        }))
                        .build();
                HttpClient breaking = HttpClient.builder()
                        .auth(Auth.bearer(() -> "s3cret\r\nX-Admin: 1"))
                        .build()) {
            Response<String> threw = throwing.get(server.url()).send();
            Response<String> broke = breaking.get(server.url()).sendAsync().get(60, TimeUnit.SECONDS);

            assertThat(threw).isInstanceOfSatisfying(Failure.class, failure -> {
                assertThat(failure.kind()).isEqualTo(FailureKind.AUTH);
                assertThat(failure.message()).contains("identity server is down");
            });
            assertThat(broke).isInstanceOfSatisfying(Failure.class, failure -> {
                assertThat(failure.kind()).isEqualTo(FailureKind.AUTH);
                assertThat(failure.message()).contains("U+000D").doesNotContain("s3cret");
            });
            assertThat(server.seen()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_full_address_of_another_origin_does_not_get_the_credentials_of_the_client(ServerKind kind) throws Exception {
        try (TestServer ours = kind.start(request -> Reply.of(200));
                TestServer other = kind.start(request -> Reply.of(200));
                HttpClient client = HttpClient.builder()
                        .baseUrl(ours.url())
                        .auth(Auth.bearer("t0k"))
                        .build()) {
            client.get(other.url()).send();
            client.get(other.url()).auth(Auth.bearer("theirs")).send();

            assertThat(other.seen().get(0).header("Authorization")).isNull();
            assertThat(other.seen().get(1).header("Authorization")).isEqualTo("Bearer theirs");
        }
    }

    @Test
    void a_user_name_with_a_colon_is_refused() {
        assertThatThrownBy(() -> Auth.basic("a:b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the user name of basic authentication must not contain a colon (RFC 7617)");
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void an_error_while_a_refused_token_is_fetched_again_is_an_AUTH_failure_and_leaves_no_connection_in_use(
            ServerKind kind) throws Exception {
        AtomicInteger fetched = new AtomicInteger();
        try (TestServer server = kind.start(request -> Reply.text("no").status(401));
                HttpClient client = HttpClient.builder()
                        .auth(Auth.bearer(() -> {
                            if (fetched.incrementAndGet() > 1) {
                                throw new NoClassDefFoundError("identity/Client");
                            }
                            return "old";
                        }))
                        .build()) {
            assertThat(client.get(server.url()).send()).isInstanceOfSatisfying(Failure.class, failure -> {
                assertThat(failure.kind()).isEqualTo(FailureKind.AUTH);
                assertThat(failure.message())
                        .isEqualTo("no credentials to send: java.lang.NoClassDefFoundError: identity/Client");
            });
            assertThat(client.transport().idleConnections()).isEqualTo(1);
        }
    }
}
