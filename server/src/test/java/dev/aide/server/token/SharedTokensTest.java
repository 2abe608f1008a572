package dev.aide.server.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aide.server.Postgres;
import dev.aide.store.Database;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes on one PostgreSQL, each with connections of its own. */
class SharedTokensTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    private static final Grant ADA = Grant.of("ada", "notes:read");

    private final SettableClock clock = new SettableClock();
    private final String url = Postgres.newSchema();
    private final List<Database> databases = new ArrayList<>();
    private Tokens here;
    private Tokens there;

    @BeforeEach
    void open() {
        here = node("here");
        there = node("there");
    }

    /** As patient as a test must be on a machine that is busy. */
    private Tokens node(String name) {
        return Tokens.open(database(name), options(), Duration.ofMinutes(10));
    }

    private Database database(String node) {
        Database database = Database.open(Postgres.seenBy(node, url));
        databases.add(database);
        return database;
    }

    private TokenOptions options() {
        return TokenOptions.builder()
                .issuer("https://notes.example.com")
                .audience("notes-api")
                .keys(KeyRing.signingWith(SigningKey.hmac("2026", SECRET)))
                .clock(clock)
                .build();
    }

    @AfterEach
    void close() {
        databases.forEach(Database::close);
    }

    private static void awaitRefused(Tokens node, String token) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThatThrownBy(() -> node.verify(token))
                        .isInstanceOf(TokenException.class)
                        .hasMessage("the token was revoked"));
    }

    @Test
    void what_one_node_revokes_the_other_one_refuses_soon_cached_or_not() {
        TokenPair revoked = here.issue(ADA);
        TokenPair other = here.issue(ADA);
        there.verify(revoked.accessToken());

        here.revoke(revoked.accessToken());

        assertThatThrownBy(() -> here.verify(revoked.accessToken())).hasMessage("the token was revoked");
        awaitRefused(there, revoked.accessToken());
        assertThat(there.verify(other.accessToken()).grant()).isEqualTo(ADA);
    }

    @Test
    void all_of_a_user_are_refused_on_the_other_node_and_what_that_one_issues_at_once_is_good_everywhere() {
        TokenPair revoked = there.issue(ADA);
        TokenPair bobs = there.issue(Grant.of("bob"));

        here.revokeAll("ada");
        TokenPair fresh = there.issue(ADA);

        awaitRefused(there, revoked.accessToken());
        for (Tokens node : List.of(here, there)) {
            assertThat(node.verify(fresh.accessToken()).grant()).isEqualTo(ADA);
            assertThat(node.verify(bobs.accessToken()).grant().user()).isEqualTo("bob");
        }
        there.revokeAll("ada");
        awaitRefused(here, fresh.accessToken());
    }

    @Test
    void a_revocation_that_is_committed_after_later_ones_is_not_missed() {
        String late = here.issue(ADA).accessToken();
        String soon = here.issue(ADA).accessToken();
        RevocationTable table = new RevocationTable(databases.get(0));
        Instant expiry = clock.instant().plus(Duration.ofHours(1));

        databases.get(0).useTransaction(open -> {
            table.revoke(open, here.verify(late).id(), expiry);
            // meanwhile a transaction that began later has ended, and the other node has read past it
            Revocations known = new Revocations();
            databases
                    .get(1)
                    .useTransaction(
                            other -> table.revoke(other, there.verify(soon).id(), expiry));
            table.read(0, known);
            awaitRefused(there, soon);
            assertThat(there.verify(late).grant()).isEqualTo(ADA);
        });

        awaitRefused(there, late);
    }

    @Test
    void a_node_that_starts_later_knows_what_was_revoked() {
        String revoked = here.issue(ADA).accessToken();
        here.revoke(revoked);

        Tokens third = node("third");

        assertThatThrownBy(() -> third.verify(revoked)).hasMessage("the token was revoked");
    }

    @Test
    void a_refresh_token_that_was_used_on_another_node_ends_its_session_on_both() {
        TokenPair first = here.issue(ADA);
        TokenPair second = there.refresh(first.refreshToken());

        assertThatThrownBy(() -> here.refresh(first.refreshToken()))
                .hasMessage("the refresh token was used before: its session is ended, in case somebody copied it");

        assertThatThrownBy(() -> there.refresh(second.refreshToken())).hasMessage("the refresh token is not valid");
        awaitRefused(here, first.accessToken());
        awaitRefused(there, second.accessToken());
    }

    @Test
    void of_two_nodes_that_refresh_at_once_at_most_one_gets_a_pair() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int i = 0; i < 20; i++) {
                String refresh = here.issue(ADA).refreshToken();
                int pairs = 0;
                for (Future<Integer> result : threads.invokeAll(List.of(
                        pairsOf(here, refresh),
                        pairsOf(there, refresh),
                        pairsOf(here, refresh),
                        pairsOf(there, refresh)))) {
                    pairs += result.get();
                }
                assertThat(pairs).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<Integer> pairsOf(Tokens node, String refresh) {
        return () -> {
            try {
                node.refresh(refresh);
                return 1;
            } catch (TokenException e) {
                return 0;
            }
        };
    }

    @Test
    void nobody_is_still_logged_in_who_refreshed_while_all_was_revoked() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 20; i++) {
                String refresh = there.issue(ADA).refreshToken();
                Future<TokenPair> refreshed = threads.submit(() -> {
                    try {
                        return there.refresh(refresh);
                    } catch (TokenException e) {
                        return null;
                    }
                });
                Future<?> revoked = threads.submit(() -> here.revokeAll("ada"));
                revoked.get();
                TokenPair pair = refreshed.get();
                if (pair != null) {
                    assertThatThrownBy(() -> here.refresh(pair.refreshToken())).isInstanceOf(TokenException.class);
                    awaitRefused(there, pair.accessToken());
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_node_without_its_database_is_out_of_touch_at_once_and_then_refuses_all_tokens() {
        String token = here.issue(ADA).accessToken();
        Tokens cut = Tokens.open(database("cut"), options());
        await().atMost(PATIENCE).until(cut::isInTouch);

        databases.get(2).close();

        await().atMost(PATIENCE).until(() -> !cut.isInTouch());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThatThrownBy(() -> cut.verify(token))
                        .isInstanceOf(TokensUnavailableException.class)
                        .hasMessage("tokens can't be checked now; try again in a moment"));
        assertThat(here.verify(token).grant()).isEqualTo(ADA);
    }

    @Test
    void what_has_expired_is_forgotten_by_a_node_that_only_verifies() {
        here.revoke(here.issue(ADA).accessToken());
        await().atMost(PATIENCE).until(() -> there.revocations() == 1);

        clock.pass(Duration.ofMinutes(16));

        await().atMost(PATIENCE).until(() -> there.revocations() == 0);
    }

    @Test
    void an_api_key_that_one_node_revokes_is_refused_by_the_other_one_at_once() {
        ApiKeys one = ApiKeys.open(databases.get(0));
        ApiKeys other = ApiKeys.open(databases.get(1));
        String key = one.create("program", ADA);
        ApiKey known = other.verify(key).orElseThrow();

        one.revoke("ada", known.prefix());

        assertThat(other.verify(key)).isEmpty();
    }
}
