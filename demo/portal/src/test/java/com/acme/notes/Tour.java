package com.acme.notes;

import static com.acme.notes.RunningNotes.accountOf;
import static com.acme.notes.RunningNotes.data;
import static com.acme.notes.RunningNotes.get;
import static com.acme.notes.RunningNotes.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aide.client.HttpClient;
import dev.aide.client.Part;
import dev.aide.client.auth.Auth;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** All that a user and their program can do, once, by HTTP. */
final class Tour {
    private static final Duration LONG = Duration.ofMinutes(4);

    private final HttpClient visitor;
    private HttpClient ada;

    private Tour(String url) {
        visitor = RunningNotes.visitorOf(url);
    }

    static void of(StrictNotes notes, Path folder) throws IOException {
        Tour tour = new Tour(notes.url());
        try {
            tour.signUp();
            tour.write();
            tour.change(Pictures.sun(folder));
            tour.useKey();
            tour.waitForMailsAndDeliveries(notes.mails());
            tour.leave();
            tour.read();
        } finally {
            tour.visitor.close();
        }
    }

    private void signUp() {
        JsonNode pair = data(post(visitor, "/api/sign-up", accountOf("Ada")));
        assertThat(post(visitor, "/api/sign-up", accountOf("Ada")).status()).isEqualTo(409);
        assertThat(post(visitor, "/api/log-in", Map.of("email", "ada@example.org", "password", "no"))
                        .status())
                .isEqualTo(401);
        ada = bearer(data(post(
                visitor,
                "/api/refresh",
                Map.of("refreshToken", pair.path("refreshToken").asText()))));
    }

    private HttpClient bearer(JsonNode pair) {
        return visitor.derive()
                .auth(Auth.bearer(pair.path("accessToken").asText()))
                .build();
    }

    private void write() {
        long id = data(post(ada, "/api/notes", Map.of("title", "Groceries", "text", "tea")))
                .path("id")
                .asLong();
        Map<String, String> changed = Map.of("title", "Groceries", "text", "tea, bread");
        assertThat(ada.put("/api/notes/" + id).json(changed).send().status()).isEqualTo(200);
        assertThat(data(get(ada, "/api/notes/" + id)).path("text").asText()).isEqualTo("tea, bread");
        assertThat(data(get(ada, "/api/notes?words=bread"))).hasSize(1);
        assertThat(data(get(ada, "/api/notes"))).hasSize(1);
        assertThat(ada.delete("/api/notes/" + id).send().status()).isEqualTo(204);
        assertThat(get(ada, "/api/notes/" + id).status()).isEqualTo(404);
    }

    private void change(Path picture) {
        assertThat(data(get(ada, "/api/me")).path("name").asText()).isEqualTo("Ada");
        assertThat(ada.put("/api/me/avatar")
                        .multipart(Part.file("image", picture))
                        .send()
                        .status())
                .isEqualTo(204);
        assertThat(ada.get("/api/me/avatar").asBytes().send().status()).isEqualTo(200);
        assertThat(ada.delete("/api/me/avatar").send().status()).isEqualTo(204);
    }

    private void useKey() {
        JsonNode made = data(post(ada, "/api/me/keys", Map.of("name", "backup", "mayWrite", true)));
        HttpClient program =
                visitor.derive().auth(Auth.apiKey(made.path("key").asText())).build();
        assertThat(post(program, "/api/notes", Map.of("title", "From a program", "text", ""))
                        .status())
                .isEqualTo(200);
        String prefix = data(get(ada, "/api/me/keys")).get(0).path("prefix").asText();
        assertThat(ada.delete("/api/me/keys/" + prefix).send().status()).isEqualTo(204);
        assertThat(get(program, "/api/notes").status()).isEqualTo(401);
    }

    private void waitForMailsAndDeliveries(MailFolder mails) {
        assertThat(ada.post("/api/me/digest").send().status()).isEqualTo(204);
        await().atMost(LONG).until(() -> mails.mails().size() == 2);
        // less often than their gate allows
        await().atMost(LONG)
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> data(get(ada, "/api/me/deliveries")).findValuesAsText("delivered").stream()
                                .filter("true"::equals)
                                .count()
                        == 2);
    }

    private void leave() {
        HttpClient there = bearer(data(
                post(visitor, "/api/log-in", Map.of("email", "ada@example.org", "password", RunningNotes.PASSWORD))));
        assertThat(there.post("/api/log-out").send().status()).isEqualTo(204);
        assertThat(get(ada, "/api/me").status()).isEqualTo(200);
        assertThat(ada.post("/api/log-out-everywhere").send().status()).isEqualTo(204);
        assertThat(get(ada, "/api/me").status()).isEqualTo(401);
    }

    private void read() {
        for (String path : new String[] {"/", "/page/main.js", "/docs", "/openapi.json", "/health/ready"}) {
            assertThat(visitor.get(path).send().status()).as(path).isEqualTo(200);
        }
    }
}
