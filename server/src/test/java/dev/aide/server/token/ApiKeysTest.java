package dev.aide.server.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiKeysTest {
    private static final Grant ADA = Grant.of("ada", "notes:read").withRoles("robot");

    private final SettableClock clock = new SettableClock();

    @TempDir
    Path folder;

    private Database database;
    private ApiKeys keys;

    @BeforeEach
    void open() {
        database = Database.open("jdbc:sqlite:" + folder.resolve("portal.db"));
        keys = ApiKeys.open(database, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_key_is_verified_after_a_restart_too_and_the_database_does_not_have_it() {
        String key = keys.create("backup script", ADA);
        String secret = key.substring("ak_".length() + 12 + 1);

        assertThat(keys.verify(key).map(ApiKey::grant)).contains(ADA);
        assertThat(database.fetch("aide_api_keys").list().toString()).doesNotContain(secret);
        database.close();
        open();
        assertThat(keys.verify(key).map(ApiKey::name)).contains("backup script");
    }

    @Test
    void what_is_not_exactly_the_key_is_refused() {
        String key = keys.create("one", ADA);
        String other = keys.create("two", ADA);
        String flipped = key.substring(0, key.length() - 1) + (key.endsWith("A") ? "E" : "A");

        assertThat(keys.verify(flipped)).isEmpty();
        assertThat(keys.verify(key.substring(0, 16) + other.substring(16))).isEmpty();
        assertThat(keys.verify(key + "A")).isEmpty();
        assertThat(keys.verify("ak_' OR 1=1 --_x")).isEmpty();
        assertThat(keys.verify("ak_AAAAAAAAAAAA_" + "A".repeat(43))).isEmpty();
        assertThat(keys.verify("")).isEmpty();
    }

    @Test
    void keys_are_listed_and_revoked_by_their_owner_only() {
        String first = keys.create("first", ADA);
        clock.pass(Duration.ofSeconds(1));
        keys.create("second", ADA);
        String prefix = keys.list("ada").get(0).prefix();

        assertThat(keys.list("ada")).extracting(ApiKey::name).containsExactly("first", "second");
        assertThat(keys.list("bob")).isEmpty();
        assertThat(keys.revoke("bob", prefix)).isFalse();
        assertThat(keys.verify(first)).isPresent();
        assertThat(keys.revoke("ada", prefix)).isTrue();
        assertThat(keys.verify(first)).isEmpty();
        assertThat(keys.list("ada")).extracting(ApiKey::name).containsExactly("second");
    }

    @Test
    void a_key_ends_when_it_is_said_to() {
        String key = keys.create("short", ADA, clock.instant().plusSeconds(60));

        assertThat(keys.verify(key).flatMap(ApiKey::expiresAt))
                .isEqualTo(Optional.of(clock.instant().plusSeconds(60)));
        clock.pass(Duration.ofSeconds(60));
        assertThat(keys.verify(key)).isEmpty();
    }
}
