package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.server.gate.Gate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VirtualThreadsTest {

    @Test
    void from_jdk_24_on_handlers_run_on_virtual_threads() {
        try (Portal portal = Portal.builder()
                .port(0)
                .get("/x")
                .gate(Gate.open())
                .handle(request -> isVirtual(Thread.currentThread()))
                .build()
                .start()) {
            boolean isExpected = Runtime.version().feature() >= 24;

            assertThat(new Http(portal).get("/x").text()).isEqualTo(String.valueOf(isExpected));
        }
    }

    /** Asked by reflection, for the JDK that this is compiled for does not know virtual threads. */
    private static boolean isVirtual(Thread thread) throws ReflectiveOperationException {
        return Runtime.version().feature() >= 21
                && (boolean) Thread.class.getMethod("isVirtual").invoke(thread);
    }

    @Test
    void no_more_handlers_run_at_once_than_allowed_and_all_requests_are_answered() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ExecutorService clients = Executors.newFixedThreadPool(30);
        try (Portal portal = Portal.builder()
                .port(0)
                .maxThreads(8)
                .get("/x")
                .gate(Gate.open())
                .handle(request -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    Thread.sleep(20);
                    running.decrementAndGet();
                    return "done";
                })
                .build()
                .start()) {
            Http http = new Http(portal);
            List<CompletableFuture<Integer>> answers = IntStream.range(0, 60)
                    .mapToObj(i ->
                            CompletableFuture.supplyAsync(() -> http.get("/x").status(), clients))
                    .toList();

            assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(200));
            assertThat(most.get()).isBetween(1, 8);
        } finally {
            clients.shutdownNow();
        }
    }
}
