package com.acme.notes;

import static com.acme.notes.RunningNotes.PASSWORD;
import static com.acme.notes.RunningNotes.data;
import static com.acme.notes.RunningNotes.get;
import static com.acme.notes.RunningNotes.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aide.client.HttpClient;
import dev.aide.client.auth.Auth;
import dev.aide.testing.ForkedJvm;
import dev.aide.testing.Jdk;
import dev.aide.testing.Outcome;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program as three processes on one PostgreSQL. */
class NodesIT {
    private static final Duration LONG = Duration.ofMinutes(4);
    private static final String READY = "Notes: ";

    @TempDir
    Path folder;

    private ForkedJvm described(String nodes) {
        return ForkedJvm.on(Jdk.running())
                .property("notes.nodes", nodes)
                .property("notes.port", "0")
                .property("notes.folder", folder.resolve("data").toString())
                .jar(Path.of(System.getProperty("portal.jar")));
    }

    private Process start(String database) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(described("3").command())
                .redirectOutput(folder.resolve("stdout").toFile())
                .redirectError(folder.resolve("stderr").toFile());
        builder.environment().put("NOTES_DATABASE", database);
        return builder.start();
    }

    private List<String> urls() throws IOException {
        return Files.readString(folder.resolve("stdout"))
                .lines()
                .filter(line -> line.startsWith(READY))
                .map(line -> line.substring(READY.length()))
                .toList();
    }

    private String told() {
        try {
            return Files.readString(folder.resolve("stderr"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void three_nodes_are_one_program() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            Process process = start(server.getJdbcUrl("postgres", "postgres"));
            List<ProcessHandle> others = List.of();
            try {
                await().atMost(LONG).until(() -> urls().size() == 3 || !process.isAlive());
                assertThat(process.isAlive()).as(told()).isTrue();
                others = process.children().toList();
                assertThat(others).hasSize(2);
                useAll();
                talk();
            } finally {
                process.toHandle().destroy();
                assertThat(process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
            }
            assertThat(others).noneMatch(ProcessHandle::isAlive);
        }
    }

    private void useAll() throws IOException {
        HttpClient first = RunningNotes.visitorOf(urls().get(0));
        JsonNode pair = data(post(first, "/api/sign-up", RunningNotes.accountOf("Ada")));
        for (String url : urls()) {
            try (HttpClient visitor = RunningNotes.visitorOf(url)) {
                HttpClient ada = bearer(visitor, pair);
                assertThat(post(ada, "/api/notes", Map.of("title", "From " + url, "text", ""))
                                .status())
                        .isEqualTo(200);
            }
        }
        HttpClient ada = bearer(first, pair);
        assertThat(data(get(ada, "/api/notes"))).hasSize(3);
        assertThat(ada.post("/api/log-out-everywhere").send().status()).isEqualTo(204);
        for (String url : urls()) {
            try (HttpClient visitor = RunningNotes.visitorOf(url)) {
                // each hears of it within a second or so
                await().atMost(LONG)
                        .until(() -> get(bearer(visitor, pair), "/api/me").status() == 401);
            }
        }
        first.close();
    }

    private static HttpClient bearer(HttpClient visitor, JsonNode pair) {
        return visitor.derive()
                .auth(Auth.bearer(pair.path("accessToken").asText()))
                .build();
    }

    /** Two people in the room, by two of the nodes. */
    private void talk() throws Exception {
        try (Browser ada = Browser.start();
                Browser bob = Browser.start()) {
            ada.open(urls().get(1));
            ada.type("#log-in [name=email]", "ada@example.org");
            ada.type("#log-in [name=password]", PASSWORD);
            ada.click("#log-in .primary");
            ada.click("#open-room");
            ada.waitForText("#present", "1 of 1 here");
            bob.open(urls().get(2));
            bob.click("#tab-sign-up");
            bob.type("#sign-up [name=name]", "Bob");
            bob.type("#sign-up [name=email]", "bob@example.org");
            bob.type("#sign-up [name=password]", PASSWORD);
            bob.click("#sign-up .primary");
            bob.click("#open-room");

            ada.waitForText("#present", "2 of 2 here");
            bob.waitForText("#present", "2 of 2 here");
            ada.type("#words", "Hello, other node!");
            ada.click("#say .primary");
            bob.waitForText("#said li:last-child p", "Hello, other node!");
            bob.open("about:blank");
            ada.waitForText("#present", "1 of 2 here");
        }
    }

    @Test
    void three_nodes_on_sqlite_are_refused() {
        Outcome outcome = described("3").run().expectExit(2);

        assertThat(outcome.stderr())
                .isEqualTo("Notes can't start: 3 nodes need a PostgreSQL that they share, and notes.database is"
                        + " jdbc:sqlite:" + folder.resolve("data/notes.db")
                        + ": set it, or NOTES_DATABASE, to one such as"
                        + " jdbc:postgresql://localhost/notes?user=notes&password=…, or leave notes.nodes away\n");
    }
}
