package com.acme.notes;

import static com.acme.notes.RunningNotes.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aide.client.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestTest {
    private static final Duration LONG = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private static List<String> digests(RunningNotes notes) {
        return notes.mails().stream()
                .filter(mail -> mail.contains("Subject: Your notes of today"))
                .toList();
    }

    @Test
    void at_night_all_who_wrote_get_a_mail_of_what_they_wrote() {
        Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);
        Instant tomorrow = today.plus(1, ChronoUnit.DAYS);
        try (RunningNotes day = RunningNotes.in(folder, clockAt(today, "18:00:00"))) {
            post(day.signUp("Ada"), "/api/notes", Map.of("title", "Groceries", "text", "tea"));
            HttpClient bob = day.signUp("Bob");
            post(bob, "/api/notes", Map.of("title", "Socks", "text", ""));
            post(bob, "/api/notes", Map.of("title", "Shoes", "text", ""));
            day.signUp("Eve");
        }
        try (RunningNotes night = RunningNotes.in(folder, clockAt(tomorrow, "01:59:58"))) {
            await().atMost(LONG).until(() -> digests(night).size() == 2);
            assertThat(digests(night))
                    .anySatisfy(mail -> assertThat(mail)
                            .contains("To: ada@example.org")
                            .endsWith("Hello Ada,\r\n\r\nWhat you wrote today:\r\n\r\n- Groceries\r\n"))
                    .anySatisfy(mail -> assertThat(mail)
                            .contains("To: bob@example.org")
                            .endsWith("Hello Bob,\r\n\r\nWhat you wrote today:\r\n\r\n- Shoes\r\n- Socks\r\n"));
        }
    }

    /** A clock that goes on from a time of a day. */
    private static Clock clockAt(Instant day, String time) {
        Instant moment = day.plusSeconds(LocalTime.parse(time).toSecondOfDay());
        return Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), moment));
    }

    @Test
    void who_cannot_wait_gets_it_now_even_if_there_is_nothing_to_tell() {
        try (RunningNotes notes = RunningNotes.in(folder)) {
            HttpClient ada = notes.signUp("Ada");

            assertThat(ada.post("/api/me/digest").send().status()).isEqualTo(204);

            await().atMost(LONG).until(() -> digests(notes).size() == 1);
            assertThat(digests(notes).get(0)).endsWith("Hello Ada,\r\n\r\nYou wrote nothing today.\r\n");
        }
    }
}
