package dev.aide.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way beside Flyway that docs/store.md shows. */
class FlywayTest {
    @TempDir
    private Path directory;

    @Test
    void flyway_changes_what_is_there_and_apply_adds_what_is_new() {
        String url = "jdbc:sqlite:" + directory.resolve("a.db");
        assertThat(flyway(url, "classpath:flyway").migrate().migrationsExecuted).isEqualTo(1);
        try (Database db = Database.open(url)) {
            Schema first = Schema.of(Map.of("users", "id INTEGER PRIMARY KEY, name TEXT NOT NULL, meta JSON"));
            assertThat(db.apply(first).statements())
                    .containsExactly("ALTER TABLE \"users\" ADD COLUMN \"meta\" JSON TEXT");
            db.insert("users", Map.of("name", "Ada", "meta", Map.of("role", "admin")));
        }

        Flyway later = flyway(url, "classpath:flyway", "classpath:flyway-later");
        assertThat(later.migrate().migrationsExecuted).isEqualTo(1);
        later.validate();
        try (Database db = Database.open(url)) {
            Schema second = Schema.of(Map.of("users", "id INTEGER PRIMARY KEY, full_name TEXT NOT NULL, meta JSON"));
            assertThat(db.apply(second)).isEqualTo(new SchemaPlan(List.of(), List.of()));
            assertThat(db.fetch("users")
                            .columns("full_name", "meta::role as role")
                            .first()
                            .orElseThrow()
                            .values())
                    .isEqualTo(Map.of("full_name", "Ada", "role", "admin"));
        }
    }

    private static Flyway flyway(String url, String... locations) {
        return Flyway.configure()
                .dataSource(url, null, null)
                .locations(locations)
                .load();
    }
}
