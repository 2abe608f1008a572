package dev.aide.server.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aide.server.Postgres;
import dev.aide.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each of the two ways by which a node hears of a revocation, without the other one. */
class RevocationFeedTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Instant expiry = Instant.now().plus(Duration.ofHours(1));
    private final String url = Postgres.newSchema();
    private final Database here = Database.open(Postgres.seenBy("here", url));
    private final Database there = Database.open(Postgres.seenBy("there", url));
    private final Revocations known = new Revocations();

    @BeforeEach
    void createTables() {
        here.apply(SecurityTables.tokens());
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    private RevocationFeed startWithInterval(Duration interval) {
        return RevocationFeed.start(here, new RevocationTable(here), known, () -> {}, interval);
    }

    @Test
    void a_signal_brings_what_another_node_revokes_long_before_the_next_look() {
        startWithInterval(Duration.ofDays(1));
        AtomicInteger number = new AtomicInteger();

        // more than once, since the first signal may come before anybody listens
        await().atMost(PATIENCE).until(() -> {
            there.useTransaction(
                    session -> new RevocationTable(there).revoke(session, "id" + number.incrementAndGet(), expiry));
            return known.size() > 0;
        });
    }

    @Test
    void a_look_brings_what_no_signal_tells_of() {
        RevocationFeed.start(here, new RevocationTable(here), known, () -> {});
        there.execute(
                "INSERT INTO aide_revoked (id, expires_at, changed)"
                        + " VALUES (?, ?, CAST(CAST(pg_current_xact_id() AS TEXT) AS BIGINT))",
                "silent",
                expiry.toEpochMilli());

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(known.size()).isEqualTo(1));
    }
}
