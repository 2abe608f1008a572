package dev.aide.server.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aide.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
    private static final byte[] SECRET =
            "0123456789abcdef0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    private static final Grant ADA =
            Grant.of("ada", "notes:read", "notes:write").withRoles("editor");

    private final SettableClock clock = new SettableClock();

    @TempDir
    Path folder;

    private Database database;
    private Tokens tokens;

    @BeforeEach
    void open() {
        database = Database.open("jdbc:sqlite:" + folder.resolve("portal.db"));
        tokens = Tokens.open(database, options());
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
        database.close();
    }

    private void assertRefused(String token, String why) {
        assertThatThrownBy(() -> tokens.verify(token))
                .isInstanceOf(TokenException.class)
                .hasMessage(why);
    }

    @Test
    void what_is_issued_can_be_verified() {
        TokenPair pair = tokens.issue(ADA);

        assertThat(tokens.verify(pair.accessToken()).grant()).isEqualTo(ADA);
        assertThat(pair.expiresIn()).isEqualTo(Duration.ofMinutes(15));
        assertThat(pair.toString()).doesNotContain(pair.accessToken()).doesNotContain(pair.refreshToken());
    }

    @Test
    void a_token_expires_cached_or_not() {
        String cached = tokens.issue(ADA).accessToken();
        String fresh = tokens.issue(ADA).accessToken();
        tokens.verify(cached);
        clock.pass(Duration.ofMinutes(15).plusSeconds(31));

        assertRefused(cached, "the token has expired");
        assertRefused(fresh, "the token has expired");
    }

    @Test
    void a_revoked_token_is_refused_at_once_and_after_a_restart() {
        TokenPair revoked = tokens.issue(ADA);
        TokenPair other = tokens.issue(ADA);
        tokens.verify(revoked.accessToken());

        tokens.revoke(revoked.accessToken());

        assertRefused(revoked.accessToken(), "the token was revoked");
        assertThatThrownBy(() -> tokens.refresh(revoked.refreshToken())).hasMessage("the refresh token is not valid");
        database.close();
        open();
        assertRefused(revoked.accessToken(), "the token was revoked");
        assertThat(tokens.verify(other.accessToken()).grant()).isEqualTo(ADA);
    }

    @Test
    void all_of_a_user_are_revoked_at_once_and_after_a_restart_and_new_ones_are_good() {
        TokenPair first = tokens.issue(ADA);
        TokenPair second = tokens.issue(ADA);
        TokenPair bobs = tokens.issue(Grant.of("bob"));
        tokens.verify(first.accessToken());

        tokens.revokeAll("ada");
        TokenPair afterwards = tokens.issue(ADA);

        for (int i = 0; i < 2; i++) {
            assertRefused(first.accessToken(), "the token was revoked");
            assertRefused(second.accessToken(), "the token was revoked");
            assertThatThrownBy(() -> tokens.refresh(first.refreshToken())).isInstanceOf(TokenException.class);
            assertThat(tokens.verify(afterwards.accessToken()).grant()).isEqualTo(ADA);
            assertThat(tokens.verify(bobs.accessToken()).grant().user()).isEqualTo("bob");
            database.close();
            open();
        }
        tokens.revokeAll("ada");
        assertRefused(afterwards.accessToken(), "the token was revoked");
    }

    @Test
    void revocations_are_forgotten_when_what_they_revoked_has_expired() {
        tokens.revoke(tokens.issue(ADA).accessToken());
        tokens.revokeAll("bob");
        assertThat(tokens.revocations()).isEqualTo(2);
        assertThat(rows()).isEqualTo(2);

        clock.pass(Duration.ofMinutes(16));
        tokens.issue(ADA);

        assertThat(tokens.revocations()).isZero();
        assertThat(rows()).isZero();
    }

    private long rows() {
        return database.fetch("aide_revoked").count()
                + database.fetch("aide_generations").count();
    }

    @Test
    void a_token_issued_after_revoke_all_is_revoked_by_the_next_one_even_when_the_first_is_forgotten() {
        tokens.revokeAll("ada");
        clock.pass(Duration.ofMinutes(15));
        String issuedInBetween = tokens.issue(ADA).accessToken();
        clock.pass(Duration.ofMinutes(2));
        tokens.issue(ADA);
        assertThat(tokens.revocations()).isZero();

        tokens.revokeAll("ada");

        assertRefused(issuedInBetween, "the token was revoked");
    }

    @Test
    void a_refresh_token_gives_the_next_pair() {
        TokenPair first = tokens.issue(ADA);
        clock.pass(Duration.ofMinutes(20));

        TokenPair second = tokens.refresh(first.refreshToken());

        assertThat(tokens.verify(second.accessToken()).grant()).isEqualTo(ADA);
        assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
        assertThat(tokens.refresh(second.refreshToken())).isNotNull();
    }

    @Test
    void a_refresh_token_that_comes_twice_ends_its_session() {
        TokenPair first = tokens.issue(ADA);
        TokenPair second = tokens.refresh(first.refreshToken());
        TokenPair otherSession = tokens.issue(ADA);

        assertThatThrownBy(() -> tokens.refresh(first.refreshToken()))
                .hasMessage("the refresh token was used before: its session is ended, in case somebody copied it");

        assertRefused(first.accessToken(), "the token was revoked");
        assertRefused(second.accessToken(), "the token was revoked");
        assertThatThrownBy(() -> tokens.refresh(second.refreshToken())).hasMessage("the refresh token is not valid");
        assertThat(tokens.verify(otherSession.accessToken()).grant()).isEqualTo(ADA);
        database.close();
        open();
        assertRefused(second.accessToken(), "the token was revoked");
    }

    @Test
    void of_two_who_refresh_at_once_at_most_one_gets_a_pair() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int i = 0; i < 20; i++) {
                String refresh = tokens.issue(ADA).refreshToken();
                Callable<Integer> attempt = () -> {
                    try {
                        tokens.refresh(refresh);
                        return 1;
                    } catch (TokenException e) {
                        return 0;
                    }
                };
                int pairs = 0;
                for (Future<Integer> result : threads.invokeAll(List.of(attempt, attempt, attempt, attempt))) {
                    pairs += result.get();
                }
                assertThat(pairs).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_refresh_token_expires_and_its_row_is_deleted() {
        TokenPair pair = tokens.issue(ADA);
        clock.pass(Duration.ofDays(31));

        assertThatThrownBy(() -> tokens.refresh(pair.refreshToken())).hasMessage("the refresh token is not valid");
        assertThat(database.fetch("aide_refresh_tokens").count()).isZero();
    }

    @Test
    void nothing_that_could_be_used_to_log_in_is_in_the_database() {
        TokenPair pair = tokens.issue(ADA);

        String everything = Stream.of("aide_refresh_tokens", "aide_revoked", "aide_generations")
                .map(table -> database.fetch(table).list().toString())
                .toList()
                .toString();

        assertThat(everything).doesNotContain(pair.refreshToken()).doesNotContain(pair.accessToken());
    }

    @Test
    void options_without_issuer_audience_or_keys_are_refused() {
        assertThatThrownBy(
                        () -> TokenOptions.builder().issuer("i").audience("a").build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("tokens need an issuer, an audience and keys");
    }

    @Test
    void what_watches_a_token_hears_of_its_revocation_even_when_it_has_expired() {
        String token = tokens.issue(ADA).accessToken();
        BooleanSupplier revoked = tokens.revocationOf(token);
        BooleanSupplier other = tokens.revocationOf(tokens.issue(ADA).accessToken());
        tokens.revoke(token);
        assertThat(revoked.getAsBoolean()).isTrue();
        assertThat(other.getAsBoolean()).isFalse();

        clock.pass(Duration.ofDays(1));
        assertThat(other.getAsBoolean()).isFalse();
        tokens.revokeAll("ada");

        assertThat(other.getAsBoolean()).isTrue();
        assertThatThrownBy(() -> tokens.revocationOf(token)).isInstanceOf(TokenException.class);
    }

    @Test
    void a_token_that_is_revoked_when_its_revocation_is_asked_for_is_not_taken_for_a_stranger() {
        String token = tokens.issue(ADA).accessToken();
        tokens.revoke(token);

        assertThat(tokens.revocationOf(token).getAsBoolean()).isTrue();
        assertThatThrownBy(() -> tokens.verify(token)).hasMessage("the token was revoked");
    }
}
