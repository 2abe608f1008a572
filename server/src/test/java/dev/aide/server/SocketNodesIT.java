package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aide.server.token.Grant;
import dev.aide.server.token.Tokens;
import dev.aide.store.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three portals, each a process of its own, with one PostgreSQL; the third by a cable that can be cut. */
class SocketNodesIT {
    private static final Duration LONGEST = Duration.ofMinutes(3);
    // without it a connection that is cut would be waited for as long as TCP does
    private static final String TIMEOUTS = "&connectTimeout=10&socketTimeout=20";
    private static final Duration NODE_TIMEOUT = Duration.ofSeconds(10);

    @TempDir
    private static Path folder;

    private static Database database;
    private static Tokens tokens;
    private static CutProxy cable;
    private static String url;
    private static List<PortalProcess> nodes;
    private static String first;
    private static String second;
    private static String third;

    @BeforeAll
    static void start() throws IOException {
        url = Postgres.newSchema() + TIMEOUTS;
        cable = new CutProxy(Postgres.port());
        String byCable = url.replace(":" + Postgres.port() + "/", ":" + cable.port() + "/");
        database = Database.open(url);
        tokens = SocketNode.tokens(database);
        nodes = Stream.of(url, url, byCable).map(SocketNodesIT::node).toList();
        first = nodes.get(0).url();
        second = nodes.get(1).url();
        third = nodes.get(2).url();
    }

    private static PortalProcess node(String databaseUrl) {
        try {
            return PortalProcess.startNode(
                    Files.createTempDirectory(folder, "node"),
                    SocketNode.class,
                    databaseUrl,
                    Long.toString(NODE_TIMEOUT.toSeconds()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        nodes.forEach(PortalProcess::close);
        database.close();
        cable.close();
    }

    private static String token(String user) {
        return tokens.issue(Grant.of(user)).accessToken();
    }

    private static SocketUser connect(String node, String user) throws InterruptedException {
        return SocketUser.connect(node, token(user));
    }

    /** Connects as soon as the node lets anybody in. */
    private static SocketUser reconnect(String node, String user) {
        String token = token(user);
        return await().atMost(LONGEST)
                .ignoreExceptions()
                .until(() -> SocketUser.connect(node, token), connected -> true);
    }

    private static void awaitAnswer(String expected, Callable<String> question) {
        await().atMost(LONGEST).untilAsserted(() -> assertThat(question.call()).isEqualTo(expected));
    }

    @Test
    void users_groups_and_all_are_reached_on_every_node_in_order() throws Exception {
        try (SocketUser ada = connect(first, "ada");
                SocketUser bob = connect(second, "bob");
                SocketUser carl = connect(third, "carl")) {
            ada.ask("join", "bob", "team");
            ada.ask("join", "carl", "team");
            for (int i = 0; i < 50; i++) {
                ada.ask("to group", "team", "news", "g" + i);
                ada.ask("to user", "carl", "news", "u" + i);
                ada.ask("to all", "news", "a" + i);
            }
            for (int i = 0; i < 50; i++) {
                assertThat(bob.event()).isEqualTo("[\"news\",\"g" + i + "\"]");
                assertThat(bob.event()).isEqualTo("[\"news\",\"a" + i + "\"]");
                assertThat(carl.event()).isEqualTo("[\"news\",\"g" + i + "\"]");
                assertThat(carl.event()).isEqualTo("[\"news\",\"u" + i + "\"]");
                assertThat(carl.event()).isEqualTo("[\"news\",\"a" + i + "\"]");
                assertThat(ada.event()).isEqualTo("[\"news\",\"a" + i + "\"]");
            }
            carl.ask("leave", "bob", "team");
            carl.ask("to group", "team", "news", "without bob");
            carl.ask("to user", "bob", "news", "for bob");
            assertThat(bob.event()).isEqualTo("[\"news\",\"for bob\"]");
            ada.ask("leave", "carl", "team");
        }
    }

    @Test
    void presence_is_that_of_all_nodes() throws Exception {
        try (SocketUser dora = connect(first, "dora")) {
            try (SocketUser emil = connect(second, "emil");
                    SocketUser emilAgain = connect(third, "emil")) {
                dora.ask("join", "emil", "presence");
                for (SocketUser each : List.of(dora, emil, emilAgain)) {
                    awaitAnswer("true", () -> each.ask("is online", "emil"));
                    awaitAnswer("true", () -> each.ask("is online", "dora"));
                    awaitAnswer("[\"emil\"]", () -> each.ask("users of group", "presence"));
                    awaitAnswer("[\"emil\"]", () -> each.ask("members", "presence"));
                    awaitAnswer("[\"presence\"]", () -> each.ask("groups", "emil"));
                    await().atMost(LONGEST).until(() -> each.ask("users").contains("\"dora\",\"emil\""));
                    await().atMost(LONGEST).until(() -> Integer.parseInt(each.ask("count")) >= 3);
                }
                assertThat(dora.ask("is online", "nobody")).isEqualTo("false");
            }
            awaitAnswer("false", () -> dora.ask("is online", "emil"));
            awaitAnswer("[]", () -> dora.ask("users of group", "presence"));
            awaitAnswer("[\"emil\"]", () -> dora.ask("members", "presence"));
        }
    }

    @Test
    void groups_are_remembered_for_whoever_comes_back_on_another_node() throws Exception {
        try (SocketUser fred = connect(first, "fred")) {
            fred.ask("join", "fred", "come back");
        }
        try (SocketUser fred = connect(second, "fred");
                SocketUser gina = connect(third, "gina")) {
            awaitAnswer("[\"fred\"]", () -> gina.ask("users of group", "come back"));
            gina.ask("to group", "come back", "news", "welcome");
            assertThat(fred.event()).isEqualTo("[\"news\",\"welcome\"]");
        }
    }

    @Test
    void a_user_is_disconnected_wherever_they_are() throws Exception {
        try (SocketUser hans = connect(second, "hans");
                SocketUser ida = connect(first, "ida")) {
            ida.ask("disconnect user", "hans");

            assertThat(hans.closeCode()).isEqualTo(1000);
        }
    }

    @Test
    void a_token_that_one_node_revokes_disconnects_its_sockets_on_all() throws Exception {
        String revoked = token("olga");
        try (SocketUser one = SocketUser.connect(first, revoked);
                SocketUser two = SocketUser.connect(second, revoked);
                SocketUser three = SocketUser.connect(third, revoked);
                SocketUser other = connect(second, "olga")) {
            tokens.revoke(revoked);

            for (SocketUser each : List.of(one, two, three)) {
                assertThat(each.closeCode()).isEqualTo(1000);
            }
            assertThat(other.ask("is online", "olga")).isEqualTo("true");
        }
    }

    @Test
    void a_receipt_comes_back_from_the_node_where_the_user_is() throws Exception {
        try (SocketUser jana = connect(third, "jana");
                SocketUser karl = connect(first, "karl")) {
            CompletableFuture<String> heard = CompletableFuture.supplyAsync(() -> event(jana));

            assertThat(karl.ask("outcome", "jana", "hello")).isEqualTo("\"DELIVERED\"");
            assertThat(heard.get(2, TimeUnit.MINUTES)).startsWith("[\"kept\",\"hello\",");
        }
    }

    private static String event(SocketUser user) {
        try {
            return user.event();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void long_polling_needs_the_node_that_has_the_session() {
        Http firstNode = new Http(first);
        String sid = firstNode
                .get("/socket.io/?EIO=4&transport=polling")
                .text()
                .replaceAll(".*\"sid\":\"([^\"]+)\".*", "$1");
        String session = "/socket.io/?EIO=4&transport=polling&sid=" + sid;

        Http.Answer wrong = new Http(second).get(session);

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.message()).isEqualTo("Session ID unknown");
        assertThat(firstNode
                        .send("POST", session, "1", "Content-Type", "text/plain")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_was_accepted_survives_the_end_of_a_node() throws Exception {
        PortalProcess victim = node(url);
        Set<String> accepted = new ConcurrentSkipListSet<>();
        Set<String> heard = new TreeSet<>();
        List<String> urls = List.of(first, second, victim.url());
        ExecutorService senders = Executors.newFixedThreadPool(urls.size());
        try (SocketUser lena = connect(victim.url(), "lena");
                SocketUser watcher = connect(first, "watcher")) {
            awaitAnswer("true", () -> watcher.ask("is online", "lena"));
            urls.forEach(node -> senders.execute(() -> keepSending(node, "lena", accepted)));
            await().atMost(LONGEST).until(() -> urls.stream().allMatch(node -> accepted.contains(node + " 0")));
            for (int i = 0; i < 30; i++) {
                heard.add(number(lena.event()));
            }
            victim.close();
            // what comes after is sent by the nodes that are left
            int before = accepted.size();
            await().atMost(LONGEST).until(() -> accepted.size() > before + 20);
            stopSending = true;
            awaitAnswer("false", () -> watcher.ask("is online", "lena"));
        } finally {
            stopSending = true;
            victim.close();
        }
        senders.shutdown();
        assertThat(senders.awaitTermination(3, TimeUnit.MINUTES)).isTrue();
        assertThat(accepted).hasSizeGreaterThan(40);

        try (SocketUser lena = reconnect(second, "lena")) {
            while (!heard.containsAll(accepted)) {
                heard.add(number(lena.event()));
            }
        }
        assertThat(heard).containsAll(accepted);
    }

    private volatile boolean stopSending;

    private void keepSending(String node, String user, Set<String> accepted) {
        try (SocketUser sender = connect(node, "sender")) {
            for (int i = 0; !stopSending; i++) {
                String number = node + " " + i;
                if (sender.ask("keep", user, number).isEmpty()) {
                    accepted.add(number);
                }
            }
        } catch (InterruptedException | RuntimeException | AssertionError e) {
            // its node was killed or cut off: what has no acknowledgement was not accepted
        }
    }

    private static String number(String event) {
        return event.replaceAll("\\[\"kept\",\"([^\"]+)\",.*", "$1");
    }

    @Test
    void what_was_accepted_survives_a_node_that_is_cut_off_under_load() throws Exception {
        Set<String> accepted = new ConcurrentSkipListSet<>();
        Set<String> heard = new TreeSet<>();
        List<String> urls = List.of(first, second, third);
        ExecutorService senders = Executors.newFixedThreadPool(urls.size());
        try (SocketUser nora = connect(third, "nora")) {
            urls.forEach(node -> senders.execute(() -> keepSending(node, "nora", accepted)));
            await().atMost(LONGEST).until(() -> urls.stream().allMatch(node -> accepted.contains(node + " 0")));
            for (int i = 0; i < 30; i++) {
                heard.add(number(nora.event()));
            }

            cable.cut();

            assertThat(nora.closeCode()).isEqualTo(1012);
            int before = accepted.size();
            await().atMost(LONGEST).until(() -> accepted.size() > before + 20);
            try (SocketUser elsewhere = connect(second, "nora")) {
                for (int i = 0; i < 30; i++) {
                    heard.add(number(elsewhere.event()));
                }
            }
        } finally {
            stopSending = true;
            cable.mend();
        }
        senders.shutdown();
        assertThat(senders.awaitTermination(3, TimeUnit.MINUTES)).isTrue();
        try (SocketUser sender = reconnect(third, "sender")) {
            assertThat(sender.ask("keep", "nora", "back again")).isEmpty();
            accepted.add("back again");
        }

        try (SocketUser nora = reconnect(third, "nora")) {
            while (!heard.containsAll(accepted)) {
                heard.add(number(nora.event()));
            }
        }
        assertThat(heard).containsAll(accepted);
        awaitReady();
    }

    @Test
    void a_node_without_its_database_sends_its_clients_elsewhere_and_recovers() throws Exception {
        try (SocketUser watcher = connect(first, "watcher")) {
            try (SocketUser mona = connect(third, "mona")) {
                awaitAnswer("true", () -> watcher.ask("is online", "mona"));
                cable.cut();

                assertThat(mona.closeCode()).isEqualTo(1012);
            }
            Http cutOff = new Http(third);
            assertThat(cutOff.get("/socket.io/?EIO=4&transport=polling").status())
                    .isEqualTo(503);
            assertThat(cutOff.get("/health/ready").status()).isEqualTo(503);
            awaitAnswer("false", () -> watcher.ask("is online", "mona"));
            assertThat(watcher.ask("keep", "mona", "on another node")).isEmpty();
            try (SocketUser mona = connect(second, "mona")) {
                assertThat(mona.event()).startsWith("[\"kept\",\"on another node\",");
                awaitAnswer("true", () -> watcher.ask("is online", "mona"));
            }
        } finally {
            cable.mend();
        }
        try (SocketUser mona = reconnect(third, "mona");
                SocketUser watcher = connect(first, "watcher")) {
            awaitAnswer("true", () -> watcher.ask("is online", "mona"));
            watcher.ask("to user", "mona", "news", "back");
            assertThat(mona.event()).isEqualTo("[\"news\",\"back\"]");
            awaitReady();
        }
    }

    private static void awaitReady() {
        Http node = new Http(third);
        await().atMost(LONGEST).until(() -> node.get("/health/ready").status() == 200);
    }
}
