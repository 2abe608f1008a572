package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aide.server.gate.Gate;
import dev.aide.server.socket.Message;
import dev.aide.server.socket.Sockets;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A portal stops while a client's event does not come to its end. */
class StoppingTest {
    private static final String WEBSOCKET = "/socket.io/?EIO=4&transport=websocket";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final CompletableFuture<Boolean> wasInterrupted = new CompletableFuture<>();
    private final CountDownLatch isStuck = new CountDownLatch(1);
    private final CountDownLatch isIn = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final Thread stop = new Thread(this::stop);
    private Portal portal;

    private void start(Duration stopTimeout) {
        Sockets sockets = Sockets.builder()
                .namespace("/", chat -> chat.connect(Gate.open()).on("stuck", Gate.open(), this::never))
                .build();
        portal = Portal.builder()
                .port(0)
                .handlerTimeout(Duration.ofHours(1))
                .stopTimeout(stopTimeout)
                .sockets(sockets)
                .get("/slow")
                .gate(Gate.open())
                .handle(request -> {
                    isIn.countDown();
                    mayEnd.await();
                    return "whole";
                })
                .build()
                .start();
    }

    private CompletionStage<String> never(Message message) {
        isStuck.countDown();
        return new CompletableFuture<>();
    }

    private void stop() {
        portal.stop();
        wasInterrupted.complete(Thread.currentThread().isInterrupted());
    }

    @AfterEach
    void end() throws Exception {
        mayEnd.countDown();
        stop.interrupt();
        stop.join();
    }

    private RawSocket stuck() throws Exception {
        RawSocket raw = RawSocket.open(portal, WEBSOCKET);
        raw.next();
        raw.send("40").next();
        raw.send("42[\"stuck\"]");
        assertThat(isStuck.await(2, TimeUnit.MINUTES)).isTrue();
        return raw;
    }

    private boolean isNobodyLetIn() {
        try {
            RawSocket.open(portal, WEBSOCKET).close();
            return false;
        } catch (CompletionException e) {
            return true;
        }
    }

    @Test
    void a_stop_that_is_interrupted_closes_sockets_and_port() throws Exception {
        start(Duration.ofHours(1));
        try (RawSocket raw = stuck()) {
            stop.start();
            await().atMost(PATIENCE).until(this::isNobodyLetIn);

            stop.interrupt();

            assertThat(wasInterrupted.get(2, TimeUnit.MINUTES)).isTrue();
            assertThat(raw.closeCode()).isEqualTo(1001);
            assertThatThrownBy(() -> new Http(portal).connect()).isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void sockets_leave_half_of_the_time_to_requests_under_way() throws Exception {
        start(Duration.ofSeconds(20));
        Http http = new Http(portal);
        CompletableFuture<Http.Answer> slow = CompletableFuture.supplyAsync(() -> http.get("/slow"));
        assertThat(isIn.await(2, TimeUnit.MINUTES)).isTrue();
        try (RawSocket raw = stuck()) {
            stop.start();
            assertThat(raw.closeCode()).isEqualTo(1001);

            mayEnd.countDown();

            assertThat(slow.get(2, TimeUnit.MINUTES).text()).isEqualTo("\"whole\"");
        }
    }
}
