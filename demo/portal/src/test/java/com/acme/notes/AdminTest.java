package com.acme.notes;

import static com.acme.notes.RunningNotes.PASSWORD;
import static com.acme.notes.RunningNotes.data;
import static com.acme.notes.RunningNotes.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aide.client.HttpClient;
import dev.aide.client.auth.Auth;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminTest {
    @TempDir
    Path folder;

    @Test
    void whoever_runs_the_place_sees_its_queues_and_nobody_else_does() {
        try (RunningNotes notes = RunningNotes.in(folder)) {
            HttpClient ada = notes.signUp("Ada");
            notes.signUp("Bob");

            assertThat(operator(notes, "ada").get("/admin").send().orElse("")).contains("<!doctype html>");
            JsonNode state = data(get(operator(notes, "ada"), "/admin/state"));
            assertThat(state.toString()).contains("\"tasks/mail\"", "\"tasks/webhook\"", "\"/api/notes/{id}\"");
            assertThat(operator(notes, "ada").get("/metrics").send().status()).isEqualTo(200);
            assertThat(operator(notes, "bob").get("/admin").send().status()).isEqualTo(403);
            assertThat(ada.get("/admin").send().status()).isEqualTo(401);
            assertThat(notes.visitor().get("/admin").send().status()).isEqualTo(401);
        }
    }

    private static HttpClient operator(RunningNotes notes, String name) {
        return notes.visitor()
                .derive()
                .auth(Auth.basic(name + "@example.org").password(PASSWORD))
                .build();
    }
}
