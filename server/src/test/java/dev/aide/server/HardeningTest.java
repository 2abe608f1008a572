package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aide.server.answer.ErrorFormat;
import dev.aide.server.gate.Gate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HardeningTest {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private Portal portal;

    record Text(String text) {}

    /** Fails when it is asked what it is. */
    static final class Untold extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no words for it");
        }
    }

    private Http start(PortalBuilder builder) {
        portal = builder.port(0)
                .get("/x")
                .gate(Gate.open())
                .handle(request -> Map.of(
                        "ip", request.peer().address().getHostAddress(),
                        "secure", request.peer().secure(),
                        "id", request.peer().requestId()))
                .post("/x")
                .gate(Gate.open())
                .handle(Text.class, (text, request) -> text.text().length())
                .post("/echo")
                .gate(Gate.open())
                .handle(Text.class, (text, request) -> text.text())
                .get("/fails")
                .gate(Gate.open())
                .handle(request -> {
                    throw new IllegalStateException("password=hunter2");
                })
                .get("/deep")
                .gate(Gate.open())
                .handle(request -> {
                    throw new StackOverflowError();
                })
                .get("/untold")
                .gate(Gate.open())
                .handle(request -> untold())
                .build()
                .start();
        return new Http(portal);
    }

    private static CompletionStage<Object> untold() {
        return CompletableFuture.failedFuture(new Untold());
    }

    @AfterEach
    void stop() {
        portal.stop();
    }

    @Test
    void each_answer_has_headers_that_make_browsers_careful_and_none_that_names_the_server() {
        Http http = start(Portal.builder());

        for (String path : List.of("/x", "/none", "/fails")) {
            Http.Answer answer = http.get(path);
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.header("Content-Security-Policy"))
                    .isEqualTo("default-src 'none'; frame-ancestors 'none'; sandbox");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.header("X-Request-Id")).matches("[0-9a-f]{24}");
            assertThat(answer.header("Server")).isNull();
            assertThat(answer.header("X-Powered-By")).isNull();
        }
    }

    @Test
    void an_error_says_nothing_of_its_cause_unless_the_portal_is_in_debug_mode() {
        Http.Answer quiet = start(Portal.builder()).get("/fails");
        assertThat(quiet.status()).isEqualTo(500);
        assertThat(quiet.text())
                .isEqualTo("{\"status\":false,\"code\":\"internal_server_error\",\"message\":\"something went wrong"
                        + " here\",\"requestId\":\"" + quiet.header("X-Request-Id") + "\"}");
        portal.stop();

        Http.Answer open = start(Portal.builder().debug()).get("/fails");
        assertThat(open.json().path("trace").asText())
                .startsWith("java.lang.IllegalStateException: password=hunter2\n\tat dev.aide.server.HardeningTest");
    }

    @Test
    void an_answer_is_not_compressed_so_that_its_length_tells_no_secret() {
        Http http = start(Portal.builder());
        String text = "a".repeat(10_000);

        Http.Answer answer = http.post("/echo", "{\"text\":\"" + text + "\"}", "Accept-Encoding", "gzip, br, deflate");

        assertThat(answer.header("Content-Encoding")).isNull();
        assertThat(answer.header("Content-Length")).isEqualTo("10002");
        assertThat(answer.text()).isEqualTo('"' + text + '"');
    }

    @Test
    void a_handler_that_overflows_the_stack_is_a_500_too() {
        assertThat(start(Portal.builder()).get("/deep").status()).isEqualTo(500);
    }

    @Test
    void an_exception_that_fails_when_it_is_told_is_a_500_too() {
        Http.Answer answer = start(Portal.builder().debug()).get("/untold");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.message()).isEqualTo("something went wrong here");
    }

    @Test
    void errors_are_problem_json_where_that_is_chosen() {
        Http http = start(Portal.builder().errors(ErrorFormat.PROBLEM));

        Http.Answer missing = http.get("/none");
        Http.Answer wrong = http.post("/x", "{}");

        assertThat(missing.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(missing.text())
                .isEqualTo(
                        "{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,\"detail\":\"there is nothing"
                                + " at this path\",\"instance\":\"urn:request:" + missing.header("X-Request-Id")
                                + "\"}");
        assertThat(wrong.json().path("problems").toString())
                .isEqualTo("[{\"in\":\"body\",\"pointer\":\"/text\",\"message\":\"is missing\"}]");
    }

    @Test
    void every_error_is_problem_json_where_that_is_chosen_whoever_finds_it() {
        Http http = start(Portal.builder()
                .errors(ErrorFormat.PROBLEM)
                .maxBodyBytes(1000)
                .maxHeaderBytes(2000)
                .get("/known")
                .gate(Gate.own(request -> Optional.empty()))
                .handle(request -> "never"));
        Map<Http.Answer, Integer> answers = Map.of(
                http.get("/known"), 401,
                http.delete("/x"), 405,
                http.post("/x", "{\"text\":\"" + "a".repeat(1000) + "\"}"), 413,
                http.post("/x", "text", "Content-Type", "text/plain"), 415,
                http.get("/fails"), 500);
        String byJetty = http.raw("GET /" + "a".repeat(3000) + " HTTP/1.1\r\nHost: a\r\n\r\n");

        assertThat(answers).allSatisfy((answer, status) -> {
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.json().path("status").asInt()).isEqualTo(status);
            assertThat(answer.json().path("instance").asText())
                    .isEqualTo("urn:request:" + answer.header("X-Request-Id"));
        });
        assertThat(byJetty)
                .startsWith("HTTP/1.1 414")
                .contains("Content-Type: application/problem+json", "\"detail\":\"the address is too long\"");
    }

    @Test
    void a_body_that_is_too_large_is_refused_with_or_without_a_length() {
        Http http = start(Portal.builder().maxBodyBytes(1000));

        Http.Answer fits = http.post("/x", "{\"text\":\"" + "a".repeat(900) + "\"}");
        Http.Answer large = http.post("/x", "{\"text\":\"" + "a".repeat(1000) + "\"}");
        String chunked = http.raw("POST /x HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n800\r\n" + "a".repeat(0x800)
                + "\r\n0\r\n\r\n");

        assertThat(fits.text()).isEqualTo("900");
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.message()).isEqualTo("the body is larger than 1000 bytes");
        assertThat(chunked).startsWith("HTTP/1.1 413");
    }

    @Test
    void json_that_is_too_deep_is_refused() {
        Http http = start(Portal.builder().maxJsonDepth(20));

        assertThat(http.post("/x", "[".repeat(21) + "]".repeat(21)).status()).isEqualTo(400);
        assertThat(http.post("/x", "{\"text\":" + "[".repeat(100_000)).status()).isEqualTo(400);
    }

    @Test
    void headers_and_addresses_that_are_too_large_are_refused_as_json() {
        Http http = start(Portal.builder().maxHeaderBytes(2000));

        String headers = http.raw("GET /x HTTP/1.1\r\nHost: a\r\nX-Large: " + "a".repeat(3000) + "\r\n\r\n");
        String address = http.raw("GET /" + "a".repeat(3000) + " HTTP/1.1\r\nHost: a\r\n\r\n");

        assertThat(headers).startsWith("HTTP/1.1 431").contains("\"message\":\"the headers are too large\"");
        assertThat(address).startsWith("HTTP/1.1 414").contains("\"message\":\"the address is too long\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // smuggling: two lengths, length and chunks, obfuscated chunks, a line folded, a space before the colon
                "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nG",
                "POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
                // no host, two hosts, no HTTP, a bad character
                "GET /x HTTP/1.1\r\n\r\n",
                "GET /x HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "hello\r\n\r\n",
                "GET /x HTTP/1.1\r\nHost: a\r\nX: a\u0000b\r\n\r\n",
                // paths that mean different things to different programs
                "GET /%2e%2e/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /..%2fx HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /%C0%AFx HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /x?a=%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
            })
    void what_is_no_clean_http_is_refused_with_400(String request) {
        Http http = start(Portal.builder());

        String answer = http.raw(request);

        assertThat(answer).startsWith("HTTP/1.1 400");
        assertThat(answer).doesNotContain("Exception").doesNotContain("jetty");
    }

    @Test
    void methods_that_nobody_registered_are_refused() {
        Http http = start(Portal.builder());

        assertThat(http.raw("TRACE /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405");
        assertThat(http.raw("INVENTED /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405");
    }

    @Test
    void a_client_that_sends_its_headers_byte_by_byte_is_disconnected() throws Exception {
        Http http = start(Portal.builder().headerTimeout(Duration.ofMillis(400)));

        try (Http.Raw slow = http.connect()) {
            Thread drip = new Thread(() -> {
                try {
                    slow.send("GET /x HTTP/1.1\r\nHost: a\r\n");
                    for (int i = 0; i < 600; i++) {
                        slow.send("X" + i + ": a\r\n");
                        Thread.sleep(50);
                    }
                } catch (java.io.UncheckedIOException | InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            drip.start();
            String answer = slow.readAll();
            drip.interrupt();
            drip.join();

            assertThat(answer).isEmpty();
        }
        assertThat(http.get("/x").status()).isEqualTo(200);
    }

    @Test
    void a_client_that_sends_its_body_too_slowly_is_refused() throws Exception {
        Http http = start(Portal.builder());

        try (Http.Raw slow = http.connect()) {
            slow.send("POST /x HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n");
            Thread drip = new Thread(() -> {
                try {
                    for (int i = 0; i < 900; i++) {
                        slow.send("a");
                        Thread.sleep(100);
                    }
                } catch (java.io.UncheckedIOException | InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            drip.start();
            String answer = slow.readAll();
            drip.interrupt();
            drip.join();

            assertThat(answer).startsWith("HTTP/1.1 408").contains("\"message\":\"the body comes too slowly\"");
        }
    }

    @Test
    void a_silent_connection_is_closed() {
        Http http = start(Portal.builder().idleTimeout(Duration.ofMillis(200)));

        try (Http.Raw silent = http.connect()) {
            assertThat(silent.readAll()).isEmpty();
        }
    }

    @Test
    void more_connections_than_allowed_wait_until_one_is_closed() {
        Http http = start(Portal.builder().maxConnections(2));
        Http.Raw one = http.connect();
        Http.Raw two = http.connect();
        try (Http.Raw three = http.connect()) {
            one.send("GET /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            assertThat(one.readAll()).startsWith("HTTP/1.1 200");
            three.send("GET /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            one.close();
            two.close();
            assertThat(three.readAll()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void proxies_are_believed_only_where_they_are_trusted() {
        Http open = start(Portal.builder());
        Http.Answer distrusted =
                open.get("/x", "X-Forwarded-For", "1.2.3.4", "X-Forwarded-Proto", "https", "X-Request-Id", "mine");
        portal.stop();
        Http behind = start(Portal.builder().trustedProxies("127.0.0.0/8", "::1"));
        Http.Answer trusted =
                behind.get("/x", "X-Forwarded-For", "1.2.3.4", "X-Forwarded-Proto", "https", "X-Request-Id", "mine");

        assertThat(distrusted.json().path("ip").asText()).isNotEqualTo("1.2.3.4");
        assertThat(distrusted.json().path("secure").asBoolean()).isFalse();
        assertThat(distrusted.header("X-Request-Id")).isNotEqualTo("mine");
        assertThat(distrusted.header("Strict-Transport-Security")).isNull();
        assertThat(trusted.json().path("ip").asText()).isEqualTo("1.2.3.4");
        assertThat(trusted.json().path("secure").asBoolean()).isTrue();
        assertThat(trusted.header("X-Request-Id")).isEqualTo("mine");
        assertThat(trusted.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
        assertThat(behind.get("/x", "X-Request-Id", "<script>").header("X-Request-Id"))
                .matches("[0-9a-f]{24}");
    }

    @Test
    void the_access_log_has_a_line_a_request_and_no_secret() {
        List<String> lines = new CopyOnWriteArrayList<>();
        Logger access = Logger.getLogger("dev.aide.server.access");
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(new SimpleFormatter().formatMessage(line));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        access.setLevel(Level.INFO);
        access.addHandler(listener);
        try {
            Http http = start(Portal.builder());
            http.get("/x?token=secret1&a=secret2", "Authorization", "Bearer secret3");
            // a line is written after the answer
            await().atMost(LONGEST).until(() -> lines.size() == 1);
            http.raw("GET /x%20FAKE%20LINE HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            assertThat(http.raw("GET /x%0aFAKE HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 400");
            await().atMost(LONGEST).until(() -> lines.size() == 2);
            portal.stop();
        } finally {
            access.removeHandler(listener);
            access.setLevel(null);
        }

        // in any order: a line is written when its answer was sent
        assertThat(lines)
                .hasSize(2)
                .anyMatch(line ->
                        line.matches("[0-9a-f]{24} GET /x\\?token=\\*\\*\\*&a=\\*\\*\\* 200 \\d+ ms user=- ip=.*"))
                .anyMatch(line -> line.contains("GET /x%20FAKE%20LINE 404"));
        assertThat(String.join("", lines)).doesNotContain("secret").doesNotContain("\n");
    }

    @Test
    void health_readiness_and_metrics_are_told() {
        boolean[] isUp = {true};
        Http http = start(Portal.builder()
                .readyWhen("database", () -> isUp[0])
                .readyWhen("disk", () -> true)
                .metrics(Gate.open()));

        assertThat(http.get("/health/live").text()).isEqualTo("{\"status\":true}");
        assertThat(http.get("/health/ready").status()).isEqualTo(200);
        isUp[0] = false;
        Http.Answer notReady = http.get("/health/ready");
        assertThat(notReady.status()).isEqualTo(503);
        assertThat(notReady.json().path("checks").toString()).isEqualTo("{\"database\":false,\"disk\":true}");
        http.get("/none/" + "x");
        // an answer is counted after it was sent
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(http.get("/metrics").text())
                        .contains("# TYPE portal_requests_total counter\n")
                        .contains("portal_requests_total{method=\"GET\",route=\"/health/live\",status=\"200\"} 1\n")
                        .contains("portal_requests_total{method=\"any\",route=\"unmatched\",status=\"404\"} 1\n")
                        .contains(
                                "portal_request_seconds_bucket{method=\"GET\",route=\"/health/ready\",le=\"+Inf\"} 2\n")
                        .contains("portal_requests_in_flight 1\n")
                        .doesNotContain("/none/x"));
    }

    @Test
    void metrics_are_not_there_unless_somebody_said_who_may_read_them() {
        assertThat(start(Portal.builder()).get("/metrics").status()).isEqualTo(404);
    }
}
