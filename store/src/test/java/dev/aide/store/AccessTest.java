package dev.aide.store;

import static dev.aide.store.Condition.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aide.store.sql.FailureReason;
import dev.aide.store.time.WallClock;
import dev.aide.store.time.Zone;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessTest extends OnBothDatabases {
    @BeforeEach
    void createTables() {
        db.apply(Schema.builder()
                .table("users", """
                        id INTEGER PRIMARY KEY, email TEXT UNIQUE, name TEXT NOT NULL, age INTEGER CHECK (age >= 0),
                        score REAL, active BOOLEAN, joined TIMESTAMP, born DATE, token UUID, photo BLOB, meta JSON""")
                .table("orders", "id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES users (id)")
                .index("users", "meta::role")
                .build());
    }

    record Address(String city, List<Integer> floors) {}

    record Meta(String role, Address address) {}

    record User(
            Long id,
            String email,
            String name,
            Long age,
            Double score,
            Boolean active,
            Instant joined,
            LocalDate born,
            UUID token,
            Meta meta) {}

    record Order(Long id, long userId) {}

    @Test
    void every_type_comes_back_as_it_went_in() {
        User ada = new User(
                null,
                "ada@example.org",
                "Ada 'Lovelace' \u2603",
                36L,
                0.1,
                true,
                Instant.parse("2026-11-23T01:02:03.123456Z"),
                LocalDate.of(1815, 12, 10),
                UUID.fromString("7f0c1d5e-7f6e-4a3e-9f6e-0a4f2f6f3b11"),
                new Meta("admin", new Address("London", List.of(1, 2))));

        long id = db.insert("users", ada);

        User back =
                db.fetch("users").where(where("id").is(id)).first(User.class).orElseThrow();
        assertThat(back).usingRecursiveComparison().ignoringFields("id").isEqualTo(ada);
        assertThat(back.id()).isEqualTo(id);
        Row row = db.query("SELECT * FROM users").first().orElseThrow();
        assertThat(row.get("joined")).isEqualTo(ada.joined());
        assertThat(row.get("active")).isEqualTo(true);
        assertThat(row.get("token")).isEqualTo(ada.token());
    }

    record Visit(Date joined, LocalDate born) {}

    record NaiveVisit(LocalDateTime joined) {}

    @Test
    void the_dates_of_older_java_are_moments_and_a_sql_date_is_a_day() {
        Instant moment = Instant.parse("2026-11-23T01:02:03.004Z");
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("Asia/Tokyo"));
        calendar.setTimeInMillis(moment.toEpochMilli());
        for (Object given :
                List.of(Date.from(moment), Timestamp.from(moment), calendar, moment.atZone(ZoneOffset.MIN))) {
            db.insert("users", Map.of("name", "a", "joined", given, "born", java.sql.Date.valueOf("2026-11-23")));
        }
        assertThat(db.fetch("users").map(row -> row.instant("joined")))
                .hasSize(4)
                .containsOnly(moment);
        assertThat(db.fetch("users").first(Visit.class))
                .contains(new Visit(Date.from(moment), LocalDate.of(2026, 11, 23)));
    }

    @Test
    void a_time_without_a_zone_goes_neither_in_nor_out_without_one() {
        LocalDateTime local = LocalDateTime.parse("2026-11-23T09:00");
        assertThatThrownBy(() -> db.insert("users", Map.of("name", "a", "joined", local)))
                .hasMessage(
                        "users.joined is TIMESTAMP: a LocalDateTime names no moment, because it has no zone: give an Instant, by"
                                + " WallClock.in(zone).toInstant(...) or, if UTC is meant, WallClock.utc().toInstant(...)");
        assertThatThrownBy(() -> db.execute("SELECT ?", new Time(0)))
                .hasMessage("a java.sql.Time names neither a moment nor a day: give its toString() to a TEXT column");
        assertThatThrownBy(() -> db.insert("users", Map.of("name", "a", "born", Instant.EPOCH)))
                .hasMessageEndingWith(": a moment is on different days in different zones, so give"
                        + " WallClock.in(zone).toLocal(...).toLocalDate()");

        db.insert(
                "users",
                Map.of("name", "a", "joined", WallClock.in(Zone.EUROPE_BERLIN).toInstant(local)));
        Row row = db.fetch("users").first().orElseThrow();
        assertThat(row.instant("joined")).isEqualTo("2026-11-23T08:00:00Z");
        assertThatThrownBy(() -> row.as(NaiveVisit.class))
                .hasMessage(
                        "dev.aide.store.AccessTest$NaiveVisit does not fit: the value for 'joined' is no"
                                + " java.time.LocalDateTime: take the moment as an Instant, and WallClock.in(zone).toLocal(...) of that");
    }

    @Test
    void bytes_come_back_as_they_went_in() {
        byte[] photo = {0, -1, 127};

        db.insert("users", Map.of("name", "a", "photo", photo));

        assertThat(db.fetch("users").first().orElseThrow().get("photo")).isEqualTo(photo);
    }

    @Test
    void maps_and_lists_come_back_equal_with_every_digit() {
        Map<String, Object> meta = new HashMap<>(Map.of(
                "big",
                9_007_199_254_740_993L,
                "list",
                List.of(1, "two", Map.of("three", true)),
                "text",
                "'; DROP TABLE users; --"));
        meta.put("nothing", null);

        db.insert("users", Map.of("name", "a", "meta", meta));
        db.insert("users", Map.of("name", "b", "meta", "plain text"));
        db.insert("users", Map.of("name", "c", "meta", 12));

        assertThat(db.fetch("users").columns("meta").orderBy("name").map(row -> row.get("meta")))
                .containsExactly(meta, "plain text", 12);
    }

    @Test
    void a_null_key_in_a_record_is_numbered_by_the_database() {
        long ada = db.insert("users", Map.of("name", "Ada"));

        long first = db.insert("orders", new Order(null, ada));
        long second = db.insert("orders", new Order(null, ada));

        assertThat(second).isGreaterThan(first);
        assertThat(db.fetch("orders").orderBy("id").list(Order.class))
                .containsExactly(new Order(first, ada), new Order(second, ada));
    }

    @Test
    void json_paths_work_in_columns_conditions_and_order() {
        db.insertAll(
                "users",
                List.of(
                        Map.of(
                                "name",
                                "a",
                                "meta",
                                Map.of("role", "admin", "age", 9, "address", Map.of("city", "Rome"))),
                        Map.of("name", "b", "meta", Map.of("role", "admin", "age", 10, "tags", List.of("x", "y"))),
                        Map.of("name", "c", "meta", Map.of("role", "guest", "age", 100)),
                        Map.of("name", "d", "meta", Map.of())));

        assertThat(db.fetch("users")
                        .columns("name", "meta::role as role", "meta::address::city as city", "meta::tags::1 AS tag")
                        .where(where("meta::role").is("admin"))
                        .orderBy("meta::age desc")
                        .map(Row::values))
                .containsExactly(
                        row("name", "b", "role", "admin", "city", null, "tag", "y"),
                        row("name", "a", "role", "admin", "city", "Rome", "tag", null));
        assertThat(names(where("meta::age").above(9))).containsExactly("b", "c");
        assertThat(names(where("meta::age").isNull())).containsExactly("d");
        assertThat(names(where("meta::role")
                        .in("guest", "admin")
                        .and(where("meta::age").atMost(10))))
                .containsExactly("a", "b");
        assertThat(names(where("meta::address::city").contains("om"))).containsExactly("a");
        assertThat(names(Condition.sql("meta::role = ? AND name <> 'meta::role'", "guest")))
                .containsExactly("c");
        assertThat(db.fetch("users").orderBy("meta::age").map(row -> row.text("name")))
                .containsExactly("d", "a", "b", "c");
    }

    private static Map<String, Object> row(Object... pairs) {
        Map<String, Object> row = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            row.put((String) pairs[i], pairs[i + 1]);
        }
        return row;
    }

    private List<String> names(Condition condition) {
        return db.fetch("users").where(condition).orderBy("name").map(row -> row.text("name"));
    }

    @Test
    void conditions_select_the_rows_that_they_name() {
        db.insertAll(
                "users",
                List.of(
                        Map.of("name", "ann", "age", 1),
                        Map.of("name", "bob", "age", 2),
                        Map.of("name", "Bea", "age", 3),
                        Map.of("name", "c%d")));

        assertThat(names(where("age").atLeast(2))).containsExactlyInAnyOrder("bob", "Bea");
        assertThat(names(where("age").below(2).or(where("age").isNull()))).containsExactlyInAnyOrder("ann", "c%d");
        assertThat(names(where("name").startsWith("b"))).containsExactly("bob");
        assertThat(names(where("name").contains("%"))).containsExactly("c%d");
        assertThat(names(where("age").is(2).negated())).containsExactlyInAnyOrder("ann", "Bea");
        assertThat(names(where("age").in(List.of()))).isEmpty();
        assertThat(names(where("age").is(null))).containsExactly("c%d");
        assertThat(names(where("age").isNot(null).and(where("name").isNot("ann"))))
                .containsExactlyInAnyOrder("bob", "Bea");
        assertThat(db.fetch("users").where("age > ?", 1).count()).isEqualTo(2);
        assertThat(db.fetch("users")
                        .where(Condition.everyRow())
                        .orderBy("age desc", "name")
                        .limit(2)
                        .offset(1)
                        .map(row -> row.text("name")))
                .containsExactly("bob", "ann");
    }

    @Test
    void update_upsert_and_delete_say_how_many_rows() {
        db.insertAll("users", List.of(Map.of("email", "a", "name", "a"), Map.of("email", "b", "name", "b")));

        assertThat(db.update(
                        "users",
                        Map.of("age", 5, "meta", Map.of("k", 1)),
                        where("name").is("a")))
                .isEqualTo(1);
        db.upsert("users", Map.of("email", "a", "name", "changed"), "email");
        db.upsert("users", Map.of("email", "c", "name", "new"), "email");
        assertThat(db.delete("users", where("name").is("b"))).isEqualTo(1);

        assertThat(db.fetch("users").columns("name", "age").orderBy("name").map(Row::values))
                .containsExactly(row("name", "changed", "age", 5L), row("name", "new", "age", null));
    }

    @Test
    void rows_with_different_columns_go_in_together_or_not_at_all() {
        assertThatThrownBy(() -> db.insertAll(
                        "users", List.of(Map.of("name", "a"), Map.of("name", "b", "age", 1), Map.of("age", 1))))
                .isInstanceOf(ConstraintException.class);
        assertThat(db.fetch("users").count()).isZero();

        assertThat(db.insertAll("users", List.of(Map.of("name", "a"), Map.of("name", "b", "age", 1))))
                .isEqualTo(2);
        assertThat(db.insertAll("users", List.of())).isZero();
    }

    @Test
    void own_sql_runs_with_bound_values() {
        assertThat(db.execute("INSERT INTO users (name, age, meta) VALUES (?, ?, ?)", "a", 7, Map.of("k", List.of(1))))
                .isEqualTo(1);
        Row row = db.query("SELECT name, age * 2 AS twice, age / 2.0 AS half, meta FROM users WHERE age = ?", 7)
                .first()
                .orElseThrow();

        assertThat(row.number("twice")).isEqualTo(14);
        assertThat(((Number) row.get("half")).doubleValue()).isEqualTo(3.5);
        assertThat(row.get("meta")).isEqualTo(Map.of("k", List.of(1)));
        assertThat(db.query("INSERT INTO users (name) VALUES (?) RETURNING name", "b")
                        .list())
                .hasSize(1);
    }

    @Test
    void a_large_result_is_streamed() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            rows.add(Map.of("name", "n" + i, "age", i));
        }
        db.insertAll("users", rows);

        long sum = db.fetch("users").orderBy("id").<Long>stream(stream ->
                stream.mapToLong(row -> row.number("age")).limit(1_500).sum());

        assertThat(sum).isEqualTo(1_499L * 1_500 / 2);
        assertThatThrownBy(() -> db.useSession(session ->
                        session.query("SELECT 1 AS one").forEach(row -> session.insert("users", Map.of("name", "x")))))
                .isInstanceOf(StoreException.class)
                .hasMessage("this session is in a snapshot or a stream, which only read: put inTransaction around it to"
                        + " write");
    }

    @Test
    void a_broken_rule_says_where_and_never_the_value() {
        db.insert("users", Map.of("email", "secret@example.org", "name", "a"));

        ConstraintException unique = refused(Map.of("email", "secret@example.org", "name", "b"));
        assertThat(unique.table()).contains("users");
        assertThat(unique.column()).contains("email");
        assertThat(unique).hasMessageContaining("must be unique").hasMessageContaining("String");
        ConstraintException missing = refused(Map.of("email", "other-secret"));
        assertThat(missing.column()).contains("name");
        assertThat(missing).hasMessageContaining("users.name must not be null");
        ConstraintException check = refused(Map.of("name", "secret", "age", -1));
        assertThat(check.constraint()).isPresent();
        ConstraintException foreign =
                catchThrowableOfType(ConstraintException.class, () -> db.insert("orders", Map.of("user_id", 987_654)));
        assertThat(foreign.table()).contains("orders");
        assertThat(List.of(unique, missing, check, foreign)).allSatisfy(e -> {
            assertThat(e).hasMessageNotContainingAny("secret", "987654").hasNoCause();
            assertThat(e.reason()).isEqualTo(FailureReason.CONSTRAINT);
        });
    }

    private ConstraintException refused(Map<String, ?> row) {
        return catchThrowableOfType(ConstraintException.class, () -> db.insert("users", row));
    }

    @Test
    void a_value_of_the_wrong_type_is_refused_before_it_is_stored() {
        assertThatThrownBy(() -> db.insert("users", Map.of("name", "a", "age", "secret")))
                .isInstanceOf(StoreException.class)
                .hasMessage("users.age is INTEGER and was given a java.lang.String");
        assertThatThrownBy(() -> db.insert("users", Map.of("name", Map.of("a", 1))))
                .hasMessageEndingWith(": declare the column JSON to store objects in it");
        assertThatThrownBy(() -> db.insert("users", List.of("a"))).hasMessageStartingWith("a row is a map or a record");
    }

    @Test
    void unknown_and_unsafe_names_are_refused() {
        assertThatThrownBy(() -> db.insert("users", Map.of("nmae", "a")))
                .hasMessageStartingWith("table users has no column 'nmae'; it has id, email, name");
        assertThatThrownBy(() -> db.fetch("nobody").list()).hasMessageEndingWith("has no table 'nobody'");
        for (String name : Arrays.asList("users; DROP TABLE users", "users\"", "", "1a", "a".repeat(64))) {
            assertThatThrownBy(() -> db.delete(name, Condition.everyRow())).isInstanceOf(RuntimeException.class);
        }
        assertThatThrownBy(() -> db.fetch("users").columns("meta::'x as y").list())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no JSON path");
        assertThatThrownBy(() -> db.fetch("users").where(where("name::x").is(1)).list())
                .hasMessage("users.name is TEXT, and the path name::x needs a JSON column");
        assertThatThrownBy(() -> db.execute("SELEKT 1"))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.reason()).isEqualTo(FailureReason.STATEMENT));
    }

    @Test
    void what_is_asked_of_a_row_in_error_is_said() {
        db.insert("users", Map.of("name", "a"));
        Row row = db.fetch("users").columns("name", "age").first().orElseThrow();

        assertThatThrownBy(() -> row.get("nmae")).hasMessage("the row has no column 'nmae'; it has [name, age]");
        assertThatThrownBy(() -> row.number("name"))
                .hasMessage("column 'name' is a java.lang.String, not a java.lang.Number");
    }
}
