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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program on PostgreSQL, as one process and as three, under {@code aide.jar} in strict. */
class NodesIT {
    private static final Duration LONG = Duration.ofMinutes(4);

    @TempDir
    Path folder;

    @Test
    void three_nodes_are_one_program() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                StrictNotes notes =
                        StrictNotes.start(folder, 3, Map.of("NOTES_DATABASE", urlOf(server), "NOTES_NODES", "3"))) {
            List<ProcessHandle> others = notes.others();
            assertThat(others).hasSize(2);
            useAll(notes.urls());
            talk(notes.urls());

            notes.stopAndExpectNoFindings();
            assertThat(others).noneMatch(ProcessHandle::isAlive);
        }
    }

    @Test
    void the_url_of_a_postgresql_alone_is_one_node_on_it_that_finds_again_what_it_kept() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            Map<String, String> variables = Map.of("NOTES_DATABASE", urlOf(server));
            try (StrictNotes notes = StrictNotes.start(Files.createDirectory(folder.resolve("first")), 1, variables);
                    HttpClient visitor = RunningNotes.visitorOf(notes.url())) {
                assertThat(notes.others()).isEmpty();
                HttpClient ada = bearer(visitor, data(post(visitor, "/api/sign-up", RunningNotes.accountOf("Ada"))));
                data(post(ada, "/api/notes", Map.of("title", "On PostgreSQL", "text", "")));
                assertThat(folder.resolve("first/data/notes.db")).doesNotExist();
            }
            try (StrictNotes notes = StrictNotes.start(Files.createDirectory(folder.resolve("second")), 1, variables);
                    HttpClient visitor = RunningNotes.visitorOf(notes.url())) {
                HttpClient ada = bearer(
                        visitor,
                        data(post(visitor, "/api/log-in", Map.of("email", "ada@example.org", "password", PASSWORD))));
                assertThat(data(get(ada, "/api/notes")).findValuesAsText("title"))
                        .containsExactly("On PostgreSQL");
            }
        }
    }

    private static String urlOf(EmbeddedPostgres server) {
        return server.getJdbcUrl("postgres", "postgres");
    }

    private static void useAll(List<String> urls) {
        HttpClient first = RunningNotes.visitorOf(urls.get(0));
        JsonNode pair = data(post(first, "/api/sign-up", RunningNotes.accountOf("Ada")));
        for (String url : urls) {
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
        for (String url : urls) {
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

    /** Two people in the room, by two of the nodes; one goes away, and comes back to the third. */
    private static void talk(List<String> urls) throws Exception {
        try (Browser ada = Browser.start();
                Browser bob = Browser.start()) {
            logIn(ada, urls.get(1), "ada@example.org");
            ada.click("#open-room");
            ada.waitForText("#present", "1 of 1 here");
            bob.open(urls.get(2));
            bob.click("#tab-sign-up");
            bob.type("#sign-up [name=name]", "Bob");
            bob.type("#sign-up [name=email]", "bob@example.org");
            bob.type("#sign-up [name=password]", PASSWORD);
            bob.click("#sign-up .primary");
            bob.click("#open-room");

            ada.waitForText("#present", "2 of 2 here");
            bob.waitForText("#present", "2 of 2 here");
            say(ada, "Hello, other node!");
            bob.waitForText("#said li:last-child p", "Hello, other node!");
            say(bob, "Hello, Ada!");
            ada.waitForText("#said li:last-child p", "Hello, Ada!");
            bob.open("about:blank");
            ada.waitForText("#present", "1 of 2 here");

            say(ada, "This is for when you are back.");
            logIn(bob, urls.get(0), "bob@example.org");
            bob.waitForText("#unread", "1");
            bob.click("#open-room");
            bob.waitForText("#said .since", "New since you were here");
            assertThat(bob.texts("#said p"))
                    .containsExactly("Hello, other node!", "Hello, Ada!", "This is for when you are back.");
            assertThat(bob.texts("#said .since + li p")).containsExactly("This is for when you are back.");
            bob.waitForNone("#unread");
            ada.waitForText("#present", "2 of 2 here");
        }
    }

    private static void logIn(Browser browser, String url, String email) {
        browser.open(url);
        browser.type("#log-in [name=email]", email);
        browser.type("#log-in [name=password]", PASSWORD);
        browser.click("#log-in .primary");
    }

    private static void say(Browser browser, String text) {
        browser.type("#words", text);
        browser.click("#say .primary");
    }

    @Test
    void three_nodes_on_sqlite_are_refused() {
        Outcome outcome = ForkedJvm.on(Jdk.running())
                .environment("NOTES_NODES", "3")
                .property("notes.folder", folder.resolve("data").toString())
                .jar(Path.of(System.getProperty("portal.jar")))
                .run()
                .expectExit(2);

        assertThat(outcome.stderr())
                .isEqualTo("Notes can't start: 3 nodes need a PostgreSQL that they share, and notes.database is"
                        + " jdbc:sqlite:" + folder.resolve("data/notes.db")
                        + ": set it, or NOTES_DATABASE, to one such as"
                        + " jdbc:postgresql://localhost/notes?user=notes&password=…, or leave notes.nodes away\n");
    }
}
