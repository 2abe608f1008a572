package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aide.server.token.Grant;
import dev.aide.server.token.Tokens;
import dev.aide.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Portals on one PostgreSQL behind a balancer, of either kind, and the client of the npm registry before it. */
class BalancerIT {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    // without it a connection that is cut would be waited for as long as TCP does
    private static final String TIMEOUTS = "&connectTimeout=10&socketTimeout=20";

    @TempDir
    private static Path folder;

    private static String url;
    private static Database database;
    private static Tokens tokens;
    private static PortalProcess first;
    private static PortalProcess second;

    @BeforeAll
    static void start() throws Exception {
        NodeClient.require();
        url = Postgres.newSchema() + TIMEOUTS;
        database = Database.open(url);
        tokens = SocketNode.tokens(database);
        first = node(url, "60");
        second = node(url, "60");
    }

    private static PortalProcess node(String databaseUrl, String nodeTimeout) throws IOException {
        return PortalProcess.startNode(
                Files.createTempDirectory(folder, "node"), SocketNode.class, databaseUrl, nodeTimeout);
    }

    @AfterAll
    static void stop() {
        // what is not there was not started, for want of Node
        if (second != null) {
            second.close();
            first.close();
            database.close();
        }
    }

    private static String token(String user) {
        return tokens.issue(Grant.of(user)).accessToken();
    }

    @Test
    void websockets_go_by_any_balancer_and_long_polling_by_one_with_affinity() throws Exception {
        List<String> lines = NodeClient.script("balancer.cjs", first.url(), second.url(), token("ada"));

        assertThat(lines)
                .containsExactly(
                        "ok WebSockets alone go by any balancer",
                        "ok long polling goes by one with affinity",
                        "ok long polling with an upgrade goes by one with affinity",
                        "ok long polling by any other is refused");
    }

    @Test
    void clients_of_a_node_that_is_killed_go_on_on_another_one() throws Exception {
        try (PortalProcess victim = node(url, "60")) {
            assertClientsGoOn(victim, "killed", victim::close);
        }
    }

    @Test
    void clients_of_a_node_that_stops_go_on_on_another_one() throws Exception {
        try (PortalProcess victim = node(url, "60")) {
            assertClientsGoOn(victim, "stopped", victim::end);
        }
    }

    @Test
    void clients_of_a_node_that_loses_its_database_go_on_on_another_one() throws Exception {
        try (CutProxy cable = new CutProxy(Postgres.port());
                PortalProcess victim = node(url.replaceFirst(":\\d+/", ":" + cable.port() + "/"), "10")) {
            assertClientsGoOn(victim, "cut off", cable::cut);
        }
    }

    private static void assertClientsGoOn(PortalProcess victim, String group, Runnable end) throws Exception {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try (SocketUser watcher = SocketUser.connect(first.url(), token("watcher"))) {
            Future<List<String>> script = threads.submit(() -> NodeClient.script(
                    "failover.cjs",
                    victim.url(),
                    first.url(),
                    second.url(),
                    group,
                    token("watcher"),
                    token("websocket " + group),
                    token("polling " + group),
                    token("default " + group)));
            String members = String.format("[\"default %1$s\",\"polling %1$s\",\"websocket %1$s\"]", group);
            await().atMost(LONGEST)
                    .until(() ->
                            script.isDone() || watcher.ask("members", group).equals(members));
            end.run();

            assertThat(script.get(LONGEST.toSeconds(), TimeUnit.SECONDS))
                    .containsExactly("ok websocket", "ok polling", "ok default");
        } finally {
            threads.shutdownNow();
        }
    }
}
