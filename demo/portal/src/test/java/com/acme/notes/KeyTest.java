package com.acme.notes;

import static com.acme.notes.RunningNotes.data;
import static com.acme.notes.RunningNotes.get;
import static com.acme.notes.RunningNotes.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aide.client.HttpClient;
import dev.aide.client.auth.Auth;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyTest {
    private static final Map<String, String> NOTE = Map.of("title", "From a program", "text", "");

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

    private HttpClient program(boolean mayWrite) {
        JsonNode made = data(post(ada, "/api/me/keys", Map.of("name", "backup", "mayWrite", mayWrite)));
        return notes.visitor()
                .derive()
                .auth(Auth.apiKey(made.path("key").asText()))
                .build();
    }

    @Test
    void a_key_reads_and_writes_notes_if_it_may_and_nothing_else() {
        HttpClient writer = program(true);
        HttpClient reader = program(false);

        assertThat(post(writer, "/api/notes", NOTE).status()).isEqualTo(200);
        assertThat(data(get(reader, "/api/notes")).findValuesAsText("title")).containsExactly("From a program");
        assertThat(post(reader, "/api/notes", NOTE).status()).isEqualTo(403);
        assertThat(get(writer, "/api/me").status()).isEqualTo(401);
        assertThat(post(writer, "/api/me/keys", Map.of("name", "x", "mayWrite", true))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void keys_are_listed_without_what_makes_them_keys() {
        program(true);

        JsonNode listed = data(get(ada, "/api/me/keys"));

        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).path("name").asText()).isEqualTo("backup");
        assertThat(listed.get(0).path("mayWrite").asBoolean()).isTrue();
        assertThat(listed.get(0).properties().stream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("prefix", "name", "mayWrite", "createdAt");
    }

    @Test
    void a_revoked_key_is_good_for_nothing_and_only_its_owner_revokes_it() {
        HttpClient program = program(true);
        String prefix = data(get(ada, "/api/me/keys")).get(0).path("prefix").asText();
        HttpClient bob = notes.signUp("Bob");

        assertThat(bob.delete("/api/me/keys/" + prefix).send().status()).isEqualTo(404);
        assertThat(get(program, "/api/notes").status()).isEqualTo(200);
        assertThat(ada.delete("/api/me/keys/" + prefix).send().status()).isEqualTo(204);
        assertThat(get(program, "/api/notes").status()).isEqualTo(401);
    }

    @Test
    void keys_outlive_logging_out_everywhere() {
        HttpClient program = program(false);

        ada.post("/api/log-out-everywhere").send();

        assertThat(get(program, "/api/notes").status()).isEqualTo(200);
    }

    @Test
    void nobody_has_more_than_ten() {
        for (int i = 0; i < 10; i++) {
            program(false);
        }

        assertThat(post(ada, "/api/me/keys", Map.of("name", "one more", "mayWrite", false))
                        .status())
                .isEqualTo(409);
    }
}
