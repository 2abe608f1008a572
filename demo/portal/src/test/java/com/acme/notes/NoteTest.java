package com.acme.notes;

import static com.acme.notes.RunningNotes.data;
import static com.acme.notes.RunningNotes.get;
import static com.acme.notes.RunningNotes.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aide.client.Failure;
import dev.aide.client.HttpClient;
import dev.aide.client.Response;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoteTest {
    @TempDir
    Path folder;

    private RunningNotes notes;
    private HttpClient ada;

    @BeforeEach
    void start() {
        notes = RunningNotes.in(folder);
        ada = notes.signUp("Ada");
    }

    @AfterEach
    void stop() {
        notes.close();
    }

    private long write(String title, String text) {
        return data(post(ada, "/api/notes", Map.of("title", title, "text", text)))
                .path("id")
                .asLong();
    }

    private List<String> found(HttpClient who, String words) {
        return data(who.get("/api/notes")
                        .query("words")
                        .is(words)
                        .as(JsonNode.class)
                        .send())
                .findValuesAsText("title");
    }

    @Test
    void a_note_is_written_read_changed_and_deleted() {
        long id = write("Groceries", "tea");
        assertThat(data(get(ada, "/api/notes/" + id)).path("text").asText()).isEqualTo("tea");

        JsonNode changed = data(ada.put("/api/notes/{id}")
                .path("id")
                .is(id)
                .json(Map.of("title", " Groceries ", "text", "tea, bread"))
                .as(JsonNode.class)
                .send());
        assertThat(changed.path("title").asText()).isEqualTo("Groceries");
        assertThat(data(get(ada, "/api/notes/" + id)).path("text").asText()).isEqualTo("tea, bread");

        assertThat(ada.delete("/api/notes/" + id).send().status()).isEqualTo(204);
        assertThat(get(ada, "/api/notes/" + id).status()).isEqualTo(404);
        assertThat(ada.delete("/api/notes/" + id).send().status()).isEqualTo(404);
    }

    @Test
    void search_finds_notes_with_all_words_in_any_case_the_latest_first() {
        write("Groceries", "Tea and bread");
        write("Ärger", "mit ÖLFARBE, 100 %");
        write("Tea party", "on Sunday");

        assertThat(found(ada, "")).containsExactly("Tea party", "Ärger", "Groceries");
        assertThat(found(ada, "tea")).containsExactly("Tea party", "Groceries");
        assertThat(found(ada, " BREAD  gro ")).containsExactly("Groceries");
        assertThat(found(ada, "ölfarbe ärger")).containsExactly("Ärger");
        assertThat(found(ada, "%")).containsExactly("Ärger");
        assertThat(found(ada, "tea coffee")).isEmpty();
    }

    @Test
    void nobody_sees_or_touches_the_notes_of_others() {
        long id = write("Diary", "secret");
        HttpClient bob = notes.signUp("Bob");

        assertThat(found(bob, "")).isEmpty();
        assertThat(get(bob, "/api/notes/" + id).status()).isEqualTo(404);
        assertThat(bob.put("/api/notes/" + id)
                        .json(Map.of("title", "Mine", "text", ""))
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(bob.delete("/api/notes/" + id).send().status()).isEqualTo(404);
        assertThat(data(get(ada, "/api/notes/" + id)).path("title").asText()).isEqualTo("Diary");
        assertThat(get(notes.visitor(), "/api/notes/" + id).status()).isEqualTo(401);
    }

    @Test
    void what_does_not_fit_is_refused_in_words() {
        Response<JsonNode> empty = post(ada, "/api/notes", Map.of("title", " ", "text", ""));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(((Failure<JsonNode>) empty).body()).contains("a title has from 1 to 120 characters");

        Response<JsonNode> unknown = post(ada, "/api/notes", Map.of("title", "a", "text", "b", "owner", 7));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(((Failure<JsonNode>) unknown).body()).contains("/owner", "is unknown here");

        Response<JsonNode> longText = post(ada, "/api/notes", Map.of("title", "a", "text", "x".repeat(20_001)));
        assertThat(((Failure<JsonNode>) longText).body()).contains("a note has at most 20000 characters");
    }
}
