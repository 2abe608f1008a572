package dev.aide.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@EnabledForJreRange(min = JRE.JAVA_21)
class VirtualThreadsTest {

    // by reflection: the module is compiled for Java 17
    private static ExecutorService virtualThreads() throws ReflectiveOperationException {
        return (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void carry_both_ways_of_calling(ServerKind kind) throws Exception {
        ExecutorService threads = virtualThreads();
        try (TestServer server = kind.start(request -> Reply.text("ok"));
                HttpClient client = HttpClient.builder().executor(threads).build()) {
            List<CompletableFuture<Response<String>>> calls = IntStream.range(0, 200)
                    .mapToObj(i -> i % 2 == 0
                            ? client.get(server.url()).sendAsync()
                            : CompletableFuture.supplyAsync(
                                    () -> client.get(server.url()).send(), threads))
                    .toList();
            for (CompletableFuture<Response<String>> call : calls) {
                assertThat(call.get(60, TimeUnit.SECONDS).data()).contains("ok");
            }
        } finally {
            threads.shutdown();
        }
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }
}
