package com.acme.notes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aide.client.HttpClient;
import dev.aide.client.Response;
import dev.aide.client.Retries;
import dev.aide.client.auth.Auth;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The program in this JVM, on a port and in a folder of its own, and clients of it. Ends with the test. */
final class RunningNotes implements AutoCloseable {
    static final String PASSWORD = "correct horse battery";

    private final NotesApp app;
    private final Path folder;
    private final HttpClient visitor;

    private RunningNotes(Path folder, Clock clock) {
        this.folder = folder;
        this.app = NotesApp.start(Settings.in(folder, 0, ZoneOffset.UTC), clock);
        this.visitor = visitorOf(app.url());
    }

    static RunningNotes in(Path folder) {
        return in(folder, Clock.systemUTC());
    }

    static RunningNotes in(Path folder, Clock clock) {
        return new RunningNotes(folder, clock);
    }

    /** A client that is nobody yet. What it is told, it tells; it tries nothing again by itself. */
    static HttpClient visitorOf(String url) {
        return HttpClient.builder()
                .baseUrl(url)
                .retries(Retries.none())
                .withoutCircuitBreaking()
                .attemptTimeout(Duration.ofMinutes(2))
                .readTimeout(Duration.ofMinutes(2))
                .deadline(Duration.ofMinutes(2))
                .silent()
                .build();
    }

    HttpClient visitor() {
        return visitor;
    }

    NotesApp app() {
        return app;
    }

    List<String> mails() {
        return new MailFolder(folder.resolve("mails")).mails();
    }

    static Map<String, String> accountOf(String name) {
        return Map.of("name", name, "email", name.toLowerCase(Locale.ROOT) + "@example.org", "password", PASSWORD);
    }

    static Response<JsonNode> post(HttpClient client, String path, Object body) {
        return client.post(path).json(body).as(JsonNode.class).send();
    }

    static Response<JsonNode> get(HttpClient client, String path) {
        return client.get(path).as(JsonNode.class).send();
    }

    /** What was answered, which must be 2xx. */
    static JsonNode data(Response<JsonNode> response) {
        return response.data().orElseThrow(() -> new AssertionError(response.toString()));
    }

    /** A client of somebody who has just signed up. */
    HttpClient signUp(String name) {
        return bearer(data(post(visitor, "/api/sign-up", accountOf(name))));
    }

    /** A client of somebody who has logged in once more. */
    HttpClient logIn(String name) {
        Map<String, String> account = accountOf(name);
        return bearer(data(post(
                visitor, "/api/log-in", Map.of("email", account.get("email"), "password", account.get("password")))));
    }

    HttpClient bearer(JsonNode pair) {
        return visitor.derive()
                .auth(Auth.bearer(pair.path("accessToken").asText()))
                .build();
    }

    @Override
    public void close() {
        visitor.close();
        app.close();
    }
}
