package com.acme.notes;

import static com.acme.notes.RunningNotes.data;
import static com.acme.notes.RunningNotes.get;
import static com.acme.notes.RunningNotes.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.acme.notes.webhook.NoteAdded;
import com.fasterxml.jackson.databind.JsonNode;
import dev.aide.client.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookTest {
    private static final Duration LONG = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private RunningNotes notes;

    @BeforeEach
    void start() {
        notes = RunningNotes.in(folder);
    }

    @AfterEach
    void stop() {
        notes.close();
    }

    @Test
    void each_new_note_is_told_to_the_other_service_though_that_refuses_it_twice() {
        HttpClient ada = notes.signUp("Ada");
        write(ada, "One");
        write(ada, "Two");
        write(ada, "Three");

        awaitDeliveries(ada, 3);

        assertThat(notes.app().inbox().received())
                .extracting(NoteAdded::title)
                .containsExactlyInAnyOrder("One", "Two", "Three");
        assertThat(deliveries(ada).findValuesAsText("attempts")).containsExactly("3", "3", "3");
        assertThat(deliveries(notes.signUp("Bob"))).isEmpty();
    }

    @Test
    void a_note_that_has_the_number_of_a_deleted_one_is_told_too() {
        HttpClient ada = notes.signUp("Ada");
        long first = write(ada, "First");
        ada.delete("/api/notes/" + first).send();
        long second = write(ada, "Second");
        assertThat(second).isEqualTo(first);

        awaitDeliveries(ada, 2);

        assertThat(notes.app().inbox().received())
                .extracting(NoteAdded::title)
                .containsExactlyInAnyOrder("First", "Second");
    }

    private static long write(HttpClient client, String title) {
        return data(post(client, "/api/notes", Map.of("title", title, "text", "")))
                .path("id")
                .asLong();
    }

    private static void awaitDeliveries(HttpClient client, int count) {
        List<String> delivered = Collections.nCopies(count, "true");
        // less often than the gate allows
        await().atMost(LONG)
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> deliveries(client).findValuesAsText("delivered").equals(delivered));
    }

    private static JsonNode deliveries(HttpClient client) {
        return data(get(client, "/api/me/deliveries"));
    }

    @Test
    void the_other_service_lets_nobody_else_in() {
        HttpClient stranger = RunningNotes.visitorOf(notes.app().inbox().url());

        assertThat(post(stranger, "/inbox", new NoteAdded(UUID.randomUUID(), 1, 1, "forged"))
                        .status())
                .isEqualTo(401);
        assertThat(notes.app().inbox().received()).isEmpty();
    }
}
