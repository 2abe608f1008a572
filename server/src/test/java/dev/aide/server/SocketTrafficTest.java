package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aide.server.gate.Gate;
import dev.aide.server.socket.Sockets;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How requests for a WebSocket are counted. */
class SocketTrafficTest {
    private Portal portal;
    private Http http;

    @BeforeEach
    void start() {
        Sockets sockets = Sockets.builder()
                .json("/ws")
                .namespace("/", chat -> chat.connect(Gate.open()))
                .build();
        portal = Portal.builder()
                .port(0)
                .metrics(Gate.open())
                .sockets(sockets)
                .build()
                .start();
        http = new Http(portal);
    }

    @AfterEach
    void stop() {
        portal.stop();
    }

    private void awaitCounted(String labels) {
        // an answer is counted after it was sent
        await().atMost(Duration.ofMinutes(2))
                .until(() -> http.get("/metrics").text().contains("portal_requests_total{" + labels + "} 1\n"));
    }

    @Test
    void a_websocket_that_was_opened_is_counted_as_101() {
        RawSocket.open(portal, "/ws").close();

        awaitCounted("method=\"GET\",route=\"/ws\",status=\"101\"");
    }

    @Test
    void a_handshake_without_a_key_is_refused_and_not_counted_as_101() {
        String answer = http.raw("""
                GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r
                Host: localhost\r
                Connection: Upgrade, close\r
                Upgrade: websocket\r
                Sec-WebSocket-Version: 13\r
                \r
                """);

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("this is no request that can be read");
        assertThat(http.get("/metrics").text()).doesNotContain("status=\"101\"");
    }

    @Test
    void one_that_is_refused_where_there_is_none_is_counted_as_unmatched() {
        assertThatThrownBy(() -> RawSocket.open(portal, "/nowhere/1", "Origin", "https://evil.example.com"))
                .isInstanceOf(CompletionException.class);

        awaitCounted("method=\"any\",route=\"unmatched\",status=\"403\"");
        assertThat(http.get("/metrics").text()).doesNotContain("/socket.io/");
    }
}
