package dev.aide.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written to the log, as a person who runs the program sees it: slf4j-simple writes to standard error. */
@ParameterizedClass
@EnumSource(Engine.class)
class LogTest {
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Engine engine;
    private PrintStream standardError;
    private String url;

    LogTest(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void capture(@TempDir Path directory) {
        url = engine.newDatabase(directory);
        standardError = System.err;
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void release() {
        System.setErr(standardError);
    }

    private String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_slow_statement_is_logged_with_its_time_and_without_its_values() {
        DatabaseOptions options =
                DatabaseOptions.builder().slowStatement(Duration.ofMillis(1)).build();
        try (Database db = Database.open(url, options)) {
            db.query(
                            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000)"
                                    + " SELECT count(*) AS n FROM n WHERE CAST(i AS TEXT) <> ?",
                            "a secret")
                    .list();
        }
        assertThat(log())
                .containsPattern("slow statement, [0-9]+ ms: WITH RECURSIVE n")
                .doesNotContain("a secret");
    }

    @Test
    void a_quick_statement_is_not_logged() {
        try (Database db = Database.open(url)) {
            db.query("SELECT 1 AS one").list();
        }
        assertThat(log()).doesNotContain("slow statement");
    }

    @Test
    void a_transaction_that_stays_open_is_reported_once_with_the_place_that_opened_it() {
        DatabaseOptions options =
                DatabaseOptions.builder().longTransaction(Duration.ofMillis(1)).build();
        try (Database db = Database.open(url, options)) {
            db.apply(Schema.of(Map.of("t", "a TEXT")));
            db.useTransaction(tx -> {
                Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> log().contains("is open for long"));
                // the housekeeper looks once a second
                Awaitility.await()
                        .during(Duration.ofMillis(2_500))
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> true);
            });
        }
        assertThat(log())
                .contains("a transaction of thread '" + Thread.currentThread().getName() + "'")
                .contains("opened at dev.aide.store.LogTest.a_transaction_that_stays_open")
                .containsOnlyOnce("is open for long: is it meant to be?");
    }

    @Test
    void a_database_that_is_closed_under_a_transaction_says_whose_it_is() {
        Database db = Database.open(url);
        try {
            db.useTransaction(tx -> db.close());
        } catch (StoreException e) {
            // PostgreSQL's pool ends the connection at once, SQLite's when the transaction ends
            assertThat(engine).isEqualTo(Engine.POSTGRESQL);
        }

        assertThat(log()).contains("is closed with a transaction of thread");
    }
}
