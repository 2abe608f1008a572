package dev.aide.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaTest extends OnBothDatabases {
    @Test
    void a_plan_shows_what_would_be_done_and_does_nothing() {
        Schema schema = Schema.of(Map.of("users", "id INTEGER PRIMARY KEY, name TEXT"));

        SchemaPlan plan = db.plan(schema);

        assertThat(plan.statements()).hasSize(1).first().asString().startsWith("CREATE TABLE \"users\"");
        assertThatThrownBy(() -> db.fetch("users").list()).hasMessageEndingWith("has no table 'users'");
        assertThat(db.apply(schema)).isEqualTo(plan);
        assertThat(db.apply(schema).statements()).isEmpty();
    }

    @Test
    void new_columns_are_added_and_old_ones_stay() {
        db.apply(Schema.of(Map.of("users", "id INTEGER PRIMARY KEY, old TEXT, age TEXT")));
        db.insert("users", Map.of("old", "kept"));

        SchemaPlan plan = db.apply(Schema.builder()
                .table("users", "id INTEGER PRIMARY KEY, age INTEGER, state TEXT NOT NULL DEFAULT 'a,(b', meta JSON")
                .index("users", "meta::role", "state")
                .build());

        assertThat(plan.statements()).hasSize(3);
        assertThat(plan.differences())
                .containsExactly(
                        "users.age is TEXT in the database and INTEGER in the schema",
                        "users.old is in the database and not in the schema");
        Row row = db.fetch("users").first().orElseThrow();
        assertThat(row.get("old")).isEqualTo("kept");
        assertThat(row.get("state")).isEqualTo("a,(b");
        db.update(
                "users",
                Map.of("meta", Map.of("role", "x")),
                Condition.where("meta").isNull());
    }

    @Test
    void a_schema_that_the_database_refuses_changes_nothing() {
        db.apply(Schema.of(Map.of("users", "id INTEGER PRIMARY KEY")));
        db.insert("users", Map.of());

        Schema impossible = Schema.builder()
                .table("first", "id INTEGER PRIMARY KEY")
                .table("users", "id INTEGER PRIMARY KEY, name TEXT NOT NULL")
                .build();

        assertThatThrownBy(() -> db.apply(impossible)).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> db.fetch("first").list()).hasMessageEndingWith("has no table 'first'");
    }

    @Test
    void constraints_and_unique_indexes_hold() {
        db.apply(Schema.builder()
                .table("seats", "hall TEXT, number INTEGER, guest JSON, PRIMARY KEY (hall, number), CHECK (number > 0)")
                .uniqueIndex("seats", "guest::name")
                .build());
        db.insert("seats", Map.of("hall", "a", "number", 1, "guest", Map.of("name", "x")));

        assertThatThrownBy(() -> db.insert("seats", Map.of("hall", "a", "number", 1)))
                .isInstanceOf(ConstraintException.class);
        assertThatThrownBy(() -> db.insert("seats", Map.of("hall", "a", "number", 0)))
                .isInstanceOf(ConstraintException.class);
        assertThatThrownBy(() -> db.insert("seats", Map.of("hall", "a", "number", 2, "guest", Map.of("name", "x"))))
                .isInstanceOf(ConstraintException.class);
        db.upsert("seats", Map.of("hall", "a", "number", 1, "guest", Map.of("name", "y")), "hall", "number");
        assertThat(db.fetch("seats").count()).isEqualTo(1);
    }

    @Test
    void text_that_cannot_be_read_is_refused_in_words() {
        assertThatThrownBy(() -> Schema.of(Map.of("users", "id")))
                .hasMessage("column 'id' of table users has no type: write, for example, id TEXT");
        assertThatThrownBy(() -> Schema.of(Map.of("users", "id TEXT, id TEXT")))
                .hasMessage("table users has column 'id' twice");
        assertThatThrownBy(() -> Schema.of(Map.of("us ers", "id TEXT"))).hasMessageContaining("is no name");
    }
}
