package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.server.gate.Gate;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest {
    private final AtomicInteger changes = new AtomicInteger();

    private Portal portal;
    private Http http;

    @BeforeEach
    void start() {
        portal = Portal.builder()
                .port(0)
                .cors("https://app.example.com")
                .get("/x")
                .gate(Gate.open())
                .handle(request -> "read")
                .post("/x")
                .gate(Gate.open())
                .handle(request -> changes.incrementAndGet())
                .build()
                .start();
        http = new Http(portal);
    }

    @AfterEach
    void stop() {
        portal.stop();
    }

    @Test
    void a_listed_origin_may_ask_call_and_read() {
        Http.Answer preflight = http.send(
                "OPTIONS", "/x", null, "Origin", "https://app.example.com", "Access-Control-Request-Method", "POST");
        Http.Answer call = http.post("/x", null, "Origin", "https://app.example.com");

        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("https://app.example.com");
        assertThat(preflight.header("Access-Control-Allow-Methods")).isEqualTo("GET, POST");
        assertThat(preflight.header("Access-Control-Allow-Credentials")).isNull();
        assertThat(call.status()).isEqualTo(200);
        assertThat(call.header("Access-Control-Allow-Origin")).isEqualTo("https://app.example.com");
        assertThat(call.header("Vary")).isEqualTo("Origin");
        assertThat(changes).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com",
                "https://app.example.com.evil.com",
                "https://evilapp.example.com",
                "http://app.example.com",
                "https://app.example.com:8443",
                "https://APP.example.com",
                "null"
            })
    void any_other_origin_never_runs_a_handler_that_changes_something_and_reads_nothing(String origin) {
        Http.Answer post = http.post("/x", null, "Origin", origin);
        Http.Answer get = http.get("/x", "Origin", origin);
        Http.Answer preflight =
                http.send("OPTIONS", "/x", null, "Origin", origin, "Access-Control-Request-Method", "POST");

        assertThat(post.status()).isEqualTo(403);
        assertThat(post.message()).isEqualTo("this origin may not call the portal");
        assertThat(changes).hasValue(0);
        for (Http.Answer answer : new Http.Answer[] {post, get, preflight}) {
            assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
            assertThat(answer.header("Access-Control-Allow-Methods")).isNull();
        }
    }

    @Test
    void the_portals_own_pages_and_programs_without_an_origin_may_call() {
        assertThat(http.post("/x", null, "Origin", portal.url()).status()).isEqualTo(200);
        assertThat(http.post("/x", null).status()).isEqualTo(200);
    }

    @Test
    void options_tells_the_methods_and_404_where_nothing_is() {
        assertThat(http.send("OPTIONS", "/x", null).header("Allow"))
                .contains("GET")
                .contains("POST");
        assertThat(http.send("OPTIONS", "/y", null).status()).isEqualTo(404);
    }
}
