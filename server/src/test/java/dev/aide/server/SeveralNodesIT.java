package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.acme.notes.NodePortal;
import com.fasterxml.jackson.databind.JsonNode;
import dev.aide.server.Http.Answer;
import dev.aide.server.limit.RateLimit;
import dev.aide.store.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three portals, each a process, on one real PostgreSQL. */
class SeveralNodesIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    // without it a connection that is cut would be waited for as long as TCP does
    private static final String TIMEOUTS = "&connectTimeout=10&socketTimeout=20";
    private static final List<PortalProcess> NODES = new ArrayList<>();

    @TempDir
    private static Path folder;

    private static String url;
    private static Database database;

    @BeforeAll
    static void start() {
        url = Postgres.newSchema() + TIMEOUTS;
        database = Database.open(url);
        for (int i = 0; i < 3; i++) {
            NODES.add(node("node" + i, url));
        }
        // before any node is killed, whose runs others would do again
        eventually(() -> assertThat(runs("once-%")).isEqualTo(5));
    }

    private static PortalProcess node(String name, String databaseUrl) {
        try {
            return PortalProcess.startNode(Files.createDirectory(folder.resolve(name)), databaseUrl);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stop() {
        NODES.forEach(PortalProcess::close);
        database.close();
    }

    private static Http http(int node) {
        return new Http(NODES.get(node).url());
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(PATIENCE).ignoreException(UncheckedIOException.class).untilAsserted(assertion);
    }

    private static JsonNode tokens(Http node, String path, String json) {
        List<JsonNode> answer = new ArrayList<>();
        eventually(() -> {
            Answer said = node.post(path, json);
            assertThat(said.status()).as(said.text()).isEqualTo(200);
            answer.add(said.json());
        });
        return answer.get(0);
    }

    private static JsonNode logIn(Http node, String name) {
        return tokens(node, "/login", "{\"name\":\"" + name + "\"}");
    }

    private static String[] bearer(JsonNode tokens) {
        return new String[] {
            "Authorization", "Bearer " + tokens.path("accessToken").asText()
        };
    }

    private static void assertStatus(int status, Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    }

    private static void assertRevoked(Answer answer) {
        assertStatus(401, answer);
        assertThat(answer.message()).isEqualTo("the token was revoked");
    }

    @Test
    void no_limit_is_exceeded_by_all_nodes_together_nor_when_one_of_them_is_killed() throws Exception {
        RateLimit limit = NodePortal.HOT;
        Grants grants = new Grants();
        Set<String> refusedBy = ConcurrentHashMap.newKeySet();
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try (PortalProcess victim = node("victim", url)) {
            List<String> urls = List.of(NODES.get(0).url(), NODES.get(1).url(), victim.url());
            for (String each : urls) {
                for (int i = 0; i < 2; i++) {
                    threads.execute(() -> hammer(each, "/hot", () -> grants.size() >= 600, grants, refusedBy));
                }
            }
            await().atMost(PATIENCE).until(() -> grants.size() >= 150 && refusedBy.containsAll(urls));
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(5, TimeUnit.MINUTES)).isTrue();

        grants.assertNeverMoreThan(limit.requests(), limit.window());
    }

    /** Asks until there is enough, also a node that is gone. */
    private static void hammer(
            String node, String path, BooleanSupplier isEnough, Grants grants, Set<String> refusedBy) {
        Http http = new Http(node);
        while (!isEnough.getAsBoolean()) {
            long asked = System.nanoTime();
            try {
                int status = http.get(path).status();
                if (status == 200) {
                    grants.add(asked, System.nanoTime());
                } else if (status == 429) {
                    refusedBy.add(node);
                }
            } catch (UncheckedIOException e) {
                // it was killed meanwhile
                return;
            }
        }
    }

    @Test
    void no_limit_is_exceeded_by_a_node_that_is_cut_off_under_load_with_places_that_it_has_leased() throws Exception {
        RateLimit limit = NodePortal.WIDE;
        List<String> others = List.of(NODES.get(0).url(), NODES.get(1).url());
        Grants ofOthers = new Grants();
        Grants ofCut = new Grants();
        Set<String> refusedBy = ConcurrentHashMap.newKeySet();
        AtomicBoolean isEnough = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(6);
        long cutAt;
        long mendedAt;
        try (CutProxy way = new CutProxy(Postgres.port());
                PortalProcess cut = node("leasing", url.replaceFirst(":\\d+/", ":" + way.port() + "/"))) {
            for (int i = 0; i < 2; i++) {
                threads.execute(() -> hammer(cut.url(), "/wide", isEnough::get, ofCut, refusedBy));
                others.forEach(
                        each -> threads.execute(() -> hammer(each, "/wide", isEnough::get, ofOthers, refusedBy)));
            }
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> ofCut.size() >= 100 && ofOthers.size() >= 100);

            way.cut();
            cutAt = System.nanoTime();
            // the others give out all that is left
            await().atMost(PATIENCE).until(() -> refusedBy.containsAll(others));
            Http alone = new Http(cut.url());
            eventually(() -> assertStatus(503, alone.get("/wide")));
            mendedAt = System.nanoTime();
            way.mend();

            await().atMost(PATIENCE).until(() -> refusedBy.contains(cut.url()));
        } finally {
            isEnough.set(true);
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(5, TimeUnit.MINUTES)).isTrue();

        // a lease is at most a quarter of what the node has spent
        assertThat(ofCut.askedBetween(cutAt, mendedAt)).isLessThanOrEqualTo(ofCut.askedBefore(cutAt) / 4);
        ofOthers.addAll(ofCut);
        ofOthers.assertNeverMoreThan(limit.requests(), limit.window());
    }

    @Test
    void what_one_node_revokes_all_others_refuse() {
        JsonNode revoked = logIn(http(0), "grace");
        JsonNode other = logIn(http(0), "grace");
        for (int i = 0; i < 3; i++) {
            Http node = http(i);
            eventually(() -> assertStatus(200, node.get("/me", bearer(revoked))));
        }

        eventually(() -> assertStatus(200, http(0).post("/logout", null, bearer(revoked))));

        for (int i = 0; i < 3; i++) {
            Http node = http(i);
            eventually(() -> assertRevoked(node.get("/me", bearer(revoked))));
            eventually(() -> assertStatus(200, node.get("/me", bearer(other))));
        }
    }

    @Test
    void who_logs_out_everywhere_is_logged_out_on_all_nodes_and_can_log_in_again() {
        JsonNode first = logIn(http(0), "edsger");
        JsonNode second = logIn(http(1), "edsger");

        eventually(() -> assertStatus(200, http(2).post("/logout-everywhere", null, bearer(first))));
        JsonNode fresh = logIn(http(1), "edsger");

        for (int i = 0; i < 3; i++) {
            Http node = http(i);
            eventually(() -> assertRevoked(node.get("/me", bearer(first))));
            eventually(() -> assertRevoked(node.get("/me", bearer(second))));
            eventually(() -> assertStatus(200, node.get("/me", bearer(fresh))));
        }
    }

    private static String refresh(JsonNode tokens) {
        return "{\"refreshToken\":\"" + tokens.path("refreshToken").asText() + "\"}";
    }

    @Test
    void a_refresh_token_that_comes_to_two_nodes_ends_its_session_on_all() {
        JsonNode first = logIn(http(0), "barbara");
        JsonNode second = tokens(http(1), "/refresh", refresh(first));

        eventually(() -> assertStatus(401, http(2).post("/refresh", refresh(first))));

        eventually(() -> assertStatus(401, http(0).post("/refresh", refresh(second))));
        for (int i = 0; i < 3; i++) {
            Http node = http(i);
            eventually(() -> assertRevoked(node.get("/me", bearer(second))));
        }
    }

    @Test
    void of_three_nodes_that_refresh_at_once_at_most_one_gets_tokens() throws Exception {
        String refresh = refresh(logIn(http(0), "alan"));
        List<Callable<Integer>> attempts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Http node = http(i);
            attempts.add(() -> node.post("/refresh", refresh).status());
        }
        ExecutorService threads = Executors.newFixedThreadPool(3);
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> status : threads.invokeAll(attempts)) {
            statuses.add(status.get());
        }
        threads.shutdown();

        assertThat(statuses.stream().filter(status -> status == 200).count()).isLessThanOrEqualTo(1);
        assertThat(statuses).contains(401);
    }

    @Test
    void an_api_key_is_good_on_all_nodes_until_one_of_them_revokes_it() {
        JsonNode tokens = logIn(http(0), "donald");
        List<String> keys = new ArrayList<>();
        eventually(() -> {
            Answer made = http(0).post("/keys", null, bearer(tokens));
            assertStatus(200, made);
            keys.add(made.json().path("key").asText());
        });
        String key = keys.get(0);
        eventually(() -> assertStatus(200, http(1).get("/with-key", "X-API-Key", key)));

        eventually(() -> assertStatus(200, http(2).delete("/keys", "X-API-Key", key)));

        for (int i = 0; i < 3; i++) {
            Http node = http(i);
            eventually(() -> assertStatus(401, node.get("/with-key", "X-API-Key", key)));
        }
    }

    private static String basic(String password) {
        return "Basic " + Base64.getEncoder().encodeToString(("ada:" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void wrong_passwords_are_counted_over_all_nodes() {
        eventually(() -> assertStatus(200, http(0).get("/with-password", "Authorization", basic("correct horse"))));
        List<Integer> guesses = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Http node = http(i);
            for (int guess = 0; guess < 4; guess++) {
                guesses.add(node.get("/with-password", "Authorization", basic("wrong"))
                        .status());
            }
        }

        eventually(() -> assertStatus(429, http(2).get("/with-password", "Authorization", basic("wrong"))));
        assertThat(guesses.stream().filter(status -> status == 401).count()).isLessThanOrEqualTo(10);
        for (int i = 0; i < 3; i++) {
            Http node = http(i);
            eventually(() -> assertStatus(429, node.get("/with-password", "Authorization", basic("correct horse"))));
        }
    }

    @Test
    void a_node_that_is_cut_off_from_the_database_answers_503_and_the_others_go_on() throws Exception {
        try (CutProxy way = new CutProxy(Postgres.port());
                PortalProcess process = node("cut", url.replaceFirst(":\\d+/", ":" + way.port() + "/"))) {
            Http cut = new Http(process.url());
            JsonNode kept = logIn(cut, "leslie");
            JsonNode revoked = logIn(cut, "leslie");
            eventually(() -> assertStatus(200, cut.get("/me", bearer(revoked))));
            eventually(() -> assertStatus(200, cut.get("/health/ready")));

            way.cut();

            eventually(() -> assertStatus(503, cut.get("/health/ready")));
            eventually(() -> {
                Answer answer = cut.get("/hot");
                assertStatus(503, answer);
                assertThat(answer.header("Retry-After")).isEqualTo("1");
                assertThat(answer.message()).isEqualTo("requests can't be counted now; try again in a moment");
            });
            eventually(() -> {
                Answer answer = cut.get("/me", bearer(kept));
                assertStatus(503, answer);
                assertThat(answer.header("Retry-After")).isEqualTo("1");
                assertThat(answer.message()).isEqualTo("tokens can't be checked now; try again in a moment");
            });
            eventually(() -> {
                Answer answer = cut.post("/login", "{\"name\":\"leslie\"}");
                assertStatus(503, answer);
                assertThat(answer.header("Retry-After")).isEqualTo("1");
                assertThat(answer.message()).isEqualTo("the database is away or busy; try again in a moment");
            });
            assertStatus(200, cut.get("/health/live"));
            eventually(() -> assertStatus(200, http(0).get("/health/ready")));
            eventually(() -> assertStatus(200, http(0).get("/hot")));
            eventually(() -> assertStatus(200, http(1).post("/logout", null, bearer(revoked))));

            way.mend();

            List<Integer> statuses = new ArrayList<>();
            eventually(() -> {
                Answer answer = cut.get("/me", bearer(revoked));
                statuses.add(answer.status());
                assertRevoked(answer);
            });
            assertThat(statuses).doesNotContain(200);
            eventually(() -> assertStatus(200, cut.get("/me", bearer(kept))));
            eventually(() -> assertStatus(200, cut.get("/hot")));
            eventually(() -> assertStatus(200, cut.get("/health/ready")));
        }
    }

    @Test
    void a_schedule_runs_once_over_all_nodes_and_goes_on_when_one_is_killed() {
        try (PortalProcess victim = node("scheduling", url)) {
            assertThat(victim.url()).isNotEmpty();
        }
        long before = runs("tick");

        eventually(() -> assertThat(runs("tick")).isGreaterThan(before + 2));
        assertThat(runs("once-%")).isEqualTo(5);
    }

    private static long runs(String name) {
        return database.fetch("runs").where("name LIKE ?", name).count();
    }
}
