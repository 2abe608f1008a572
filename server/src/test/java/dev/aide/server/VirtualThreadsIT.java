package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.notes.ThreadsPortal;
import com.fasterxml.jackson.databind.JsonNode;
import dev.aide.testing.Jdk;
import dev.aide.testing.JdkTest;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;

/** Portals on JDKs with and without virtual threads, each a process. */
class VirtualThreadsIT {
    private static final int FIRST_WITH_VIRTUAL_THREADS = 24;

    @TempDir
    Path folder;

    @JdkTest({17, 21, 25})
    void from_jdk_24_on_handlers_run_on_virtual_threads(Jdk jdk) {
        try (PortalProcess portal = start(jdk, 200, 1)) {
            JsonNode thread = new Http(portal.url()).get("/thread").json();

            assertThat(thread.path("name").asText()).startsWith("portal");
            assertThat(thread.path("isVirtual").asBoolean()).isEqualTo(jdk.feature() >= FIRST_WITH_VIRTUAL_THREADS);
        }
    }

    @JdkTest({17, 25})
    void no_more_handlers_run_at_once_than_allowed_and_all_requests_are_answered(Jdk jdk) {
        try (PortalProcess portal = start(jdk, 8, 1)) {
            Http http = new Http(portal.url());

            assertThat(statuses(http, 40)).containsOnly(200).hasSize(40);
            assertThat(http.get("/most").json().asInt()).isBetween(1, 8);
        }
    }

    @JdkTest({17, 25})
    void as_many_as_wait_for_each_other_run_at_once_where_more_are_allowed(Jdk jdk) {
        try (PortalProcess portal = start(jdk, 100, 20)) {
            Http http = new Http(portal.url());

            assertThat(statuses(http, 20)).containsOnly(200).hasSize(20);
            assertThat(http.get("/most").json().asInt()).isEqualTo(20);
        }
    }

    private PortalProcess start(Jdk jdk, int bound, int meeting) {
        return PortalProcess.startOn(jdk, folder, ThreadsPortal.class, String.valueOf(bound), String.valueOf(meeting));
    }

    /** Of so many requests at once. */
    private static List<Integer> statuses(Http http, int requests) {
        ExecutorService clients = Executors.newFixedThreadPool(requests);
        try {
            List<CompletableFuture<Integer>> answers = IntStream.range(0, requests)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> http.get("/meet").status(), clients))
                    .toList();
            return answers.stream().map(CompletableFuture::join).toList();
        } finally {
            clients.shutdownNow();
        }
    }
}
