package dev.aide.server.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aide.server.Grants;
import dev.aide.server.Postgres;
import dev.aide.server.http.HttpError;
import dev.aide.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseLimiterTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration DAY = Duration.ofDays(1);

    private final String url = Postgres.newSchema();
    private final List<Database> databases = new ArrayList<>();

    @AfterEach
    void close() {
        databases.forEach(Database::close);
    }

    private Database database(String node) {
        Database database = Database.open(Postgres.seenBy(node, url));
        databases.add(database);
        return database;
    }

    private Limits node(String name) {
        return DatabaseLimits.on(database(name), PATIENCE);
    }

    private LimitTable table(String node) {
        return LimitTable.on(database(node), new PromptCalls(PATIENCE, Duration.ofSeconds(1)));
    }

    /** How many of so many requests are granted. */
    private static int take(Limiter limiter, String key, int times) {
        int granted = 0;
        for (int i = 0; i < times; i++) {
            granted += limiter.take(key).isGranted() ? 1 : 0;
        }
        return granted;
    }

    @Test
    void two_nodes_together_grant_the_limit_whatever_comes_at_once() throws Exception {
        RateLimit limit = RateLimit.perUser(200, DAY);
        List<Limiter> nodes = List.of(node("a").limiter("all", limit), node("b").limiter("all", limit));
        AtomicInteger granted = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        for (int t = 0; t < 8; t++) {
            Limiter node = nodes.get(t % 2);
            threads.execute(() -> {
                try {
                    start.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                granted.addAndGet(take(node, "ada", 100));
            });
        }
        start.countDown();
        threads.shutdown();
        assertThat(threads.awaitTermination(2, TimeUnit.MINUTES)).isTrue();

        // a day's slice may end while this runs, and takes a lease with it
        assertThat(granted.get()).isBetween(160, 200);
        assertThat(take(nodes.get(0), "grace", 1)).isEqualTo(1);
    }

    @Test
    void what_one_node_leased_and_did_not_spend_is_at_most_a_fifth() {
        RateLimit limit = RateLimit.perUser(100, DAY);
        int first = take(node("a").limiter("all", limit), "ada", 46);
        int second = take(node("b").limiter("all", limit), "ada", 200);

        assertThat(first).isEqualTo(46);
        assertThat(first + second).isBetween(80, 100);
    }

    @Test
    void no_span_as_long_as_the_window_ever_holds_more_than_the_limit_of_two_nodes() throws Exception {
        Duration window = Duration.ofMillis(800);
        RateLimit limit = RateLimit.perUser(40, window);
        Grants grants = new Grants();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        for (String name : List.of("a", "b")) {
            Limiter node = node(name).limiter("all", limit);
            for (int t = 0; t < 2; t++) {
                threads.execute(() -> takeUntil(() -> grants.size() >= 400, node, grants));
            }
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(5, TimeUnit.MINUTES)).isTrue();

        grants.assertNeverMoreThan(40, window);
    }

    private static void takeUntil(BooleanSupplier isEnough, Limiter limiter, Grants grants) {
        while (!isEnough.getAsBoolean()) {
            long asked = System.nanoTime();
            if (limiter.take("ada").isGranted()) {
                grants.add(asked, System.nanoTime());
            }
        }
    }

    @Test
    void a_place_is_counted_in_the_slice_in_which_the_row_was_free_and_not_in_the_one_in_which_it_was_asked_for() {
        RateLimit limit = RateLimit.perUser(10, Duration.ofMillis(160));
        Database other = database("other");
        LimitTable table = table("a");
        Lease before = table.take("ada", limit, 1);

        CompletableFuture<Lease> waiting = other.inTransaction(session -> {
            session.query("SELECT id FROM aide_limits FOR UPDATE").list();
            CompletableFuture<Lease> asked = CompletableFuture.supplyAsync(() -> table.take("ada", limit, 1));
            await().atMost(PATIENCE).until(() -> isWaitedFor(other) && slice(other) > before.slice() + 40);
            return asked;
        });

        assertThat(waiting.join().slice()).isGreaterThan(before.slice() + 40);
    }

    private static boolean isWaitedFor(Database database) {
        return !database.query("SELECT 1 AS one FROM pg_locks WHERE NOT granted")
                .list()
                .isEmpty();
    }

    private static long slice(Database database) {
        return database.query("SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS BIGINT) / 10001 AS slice")
                .first()
                .orElseThrow()
                .number("slice");
    }

    @Test
    void what_one_node_gives_back_another_one_can_take() {
        RateLimit limit = RateLimit.perUser(1, DAY);
        Limiter one = node("a").limiter("all", limit);
        Limiter other = node("b").limiter("all", limit);
        Allowance granted = one.take("ada");
        assertThat(other.take("ada").isGranted()).isFalse();

        one.giveBack("ada", granted);

        await().atMost(PATIENCE).until(() -> other.take("ada").isGranted());
        assertThat(take(one, "ada", 1) + take(other, "ada", 1)).isZero();
    }

    @Test
    void limits_of_other_names_and_other_numbers_count_for_themselves() {
        Limits node = node("a");
        RateLimit one = RateLimit.perUser(1, DAY);

        assertThat(take(node.limiter("GET /a", one), "ada", 2)).isEqualTo(1);
        assertThat(take(node.limiter("GET /b", one), "ada", 2)).isEqualTo(1);
        assertThat(take(node.limiter("GET /a", RateLimit.perUser(2, DAY)), "ada", 3))
                .isEqualTo(2);
    }

    @Test
    void a_refusal_says_when_the_oldest_place_is_free() {
        Limiter limiter = node("a").limiter("all", RateLimit.perUser(1, DAY));
        limiter.take("ada");

        Allowance refused = limiter.take("ada");

        assertThat(refused.isGranted()).isFalse();
        assertThat(refused.remaining()).isZero();
        assertThat(refused.reset()).isBetween(Duration.ofHours(23), Duration.ofHours(26));
    }

    @Test
    void windows_in_which_nothing_is_counted_any_more_are_deleted_and_others_are_not() {
        LimitTable table = table("a");
        table.take("old", RateLimit.perUser(1, Duration.ofMillis(100)), 1);
        table.take("new", RateLimit.perUser(1, DAY), 1);

        await().atMost(PATIENCE).until(() -> table.prune() == 1);
        assertThat(database("b").fetch("aide_limits").count()).isEqualTo(1);
    }

    @Test
    void without_its_database_the_answer_is_503_and_not_reachable() {
        Limits limits = node("a");
        Limiter limiter = limits.limiter("all", RateLimit.perUser(10, DAY));
        Allowance granted = limiter.take("ada");
        assertThat(limits.isReachable()).isTrue();

        databases.get(0).close();

        assertThatThrownBy(() -> limiter.take("ada"))
                .isInstanceOfSatisfying(HttpError.class, error -> {
                    assertThat(error.status()).isEqualTo(503);
                    assertThat(error.headers().first("Retry-After")).contains("1");
                })
                .hasMessage("requests can't be counted now; try again in a moment");
        assertThat(limits.isReachable()).isFalse();
        limiter.giveBack("ada", granted);
    }

    @Test
    void sqlite_is_refused(@TempDir Path folder) {
        String file = "jdbc:sqlite:" + folder.resolve("portal.db");
        try (Database database = Database.open(file)) {
            assertThatThrownBy(() -> Limits.shared(database))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("limits are shared by a PostgreSQL database; the nodes can't share " + database
                            + ", and one process alone counts with Limits.inMemory()");
        }
    }
}
