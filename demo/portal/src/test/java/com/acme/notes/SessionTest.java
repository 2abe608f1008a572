package com.acme.notes;

import static com.acme.notes.RunningNotes.accountOf;
import static com.acme.notes.RunningNotes.data;
import static com.acme.notes.RunningNotes.get;
import static com.acme.notes.RunningNotes.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aide.client.Failure;
import dev.aide.client.HttpClient;
import dev.aide.client.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {
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

    private static String problemOf(Response<JsonNode> response) {
        return ((Failure<JsonNode>) response).body();
    }

    @Test
    void who_signs_up_is_logged_in_and_welcomed_by_mail() {
        HttpClient ada = notes.signUp("Ada");

        JsonNode me = data(get(ada, "/api/me"));
        assertThat(me.path("name").asText()).isEqualTo("Ada");
        assertThat(me.path("email").asText()).isEqualTo("ada@example.org");
        await().atMost(Duration.ofMinutes(2)).until(() -> notes.mails().size() == 1);
        assertThat(notes.mails().get(0))
                .startsWith(
                        "From: Notes <notes@localhost>\r\nTo: ada@example.org\r\nSubject: Welcome to Notes\r\nDate: ")
                .contains("\r\n\r\nHello Ada,\r\n\r\nyour account is ready.");
    }

    @Test
    void whoever_is_first_runs_the_place() {
        HttpClient ada = notes.signUp("Ada");
        HttpClient bob = notes.signUp("Bob");

        assertThat(data(get(ada, "/api/me")).path("admin").asBoolean()).isTrue();
        assertThat(data(get(bob, "/api/me")).path("admin").asBoolean()).isFalse();
    }

    @Test
    void an_address_has_one_account_in_whatever_case() {
        notes.signUp("Ada");

        Response<JsonNode> again = post(
                notes.visitor(),
                "/api/sign-up",
                Map.of("name", "Other", "email", " ADA@Example.org", "password", RunningNotes.PASSWORD));

        assertThat(again.status()).isEqualTo(409);
        assertThat(problemOf(again)).contains("there is an account of this address already; log in instead");
        assertThat(notes.logIn("ADA")).isNotNull();
    }

    @Test
    void what_is_no_name_no_address_or_too_short_is_said_in_words() {
        assertThat(signUpProblem("name", " ")).contains("a name has from 1 to 60 characters in one line");
        assertThat(signUpProblem("name", "Ada\r\nBcc: all@example.org"))
                .contains("a name has from 1 to 60 characters in one line");
        assertThat(signUpProblem("email", "ada")).contains("that is no mail address; one looks like ada@example.org");
        assertThat(signUpProblem("email", "ada@example.org\r\nBcc: all@example.org"))
                .contains("that is no mail address; one looks like ada@example.org");
        assertThat(signUpProblem("password", "short")).contains("a password has from 10 to 200 characters");
        assertThat(notes.mails()).isEmpty();
    }

    private String signUpProblem(String field, String value) {
        Map<String, String> account = new HashMap<>(accountOf("Ada"));
        account.put(field, value);
        Response<JsonNode> response = post(notes.visitor(), "/api/sign-up", account);
        assertThat(response.status()).isEqualTo(422);
        return problemOf(response);
    }

    @Test
    void a_wrong_password_lets_nobody_in() {
        notes.signUp("Ada");

        Response<JsonNode> wrong =
                post(notes.visitor(), "/api/log-in", Map.of("email", "ada@example.org", "password", "wrong password"));

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(problemOf(wrong)).contains("name or password is wrong");
    }

    @Test
    void logging_out_ends_this_session_and_no_other() {
        HttpClient here = notes.signUp("Ada");
        HttpClient there = notes.logIn("Ada");

        assertThat(here.post("/api/log-out").send().status()).isEqualTo(204);

        assertThat(get(here, "/api/me").status()).isEqualTo(401);
        assertThat(get(there, "/api/me").status()).isEqualTo(200);
    }

    @Test
    void logging_out_everywhere_ends_all_sessions_at_once_and_those_of_nobody_else() {
        HttpClient here = notes.signUp("Ada");
        JsonNode there = data(post(
                notes.visitor(), "/api/log-in", Map.of("email", "ada@example.org", "password", RunningNotes.PASSWORD)));
        HttpClient bob = notes.signUp("Bob");

        assertThat(here.post("/api/log-out-everywhere").send().status()).isEqualTo(204);

        assertThat(get(here, "/api/me").status()).isEqualTo(401);
        assertThat(get(notes.bearer(there), "/api/me").status()).isEqualTo(401);
        assertThat(refresh(there).status()).isEqualTo(401);
        assertThat(get(bob, "/api/me").status()).isEqualTo(200);
        assertThat(get(notes.logIn("Ada"), "/api/me").status()).isEqualTo(200);
    }

    @Test
    void a_session_goes_on_by_its_refresh_token_which_is_good_once() {
        JsonNode first = data(post(notes.visitor(), "/api/sign-up", accountOf("Ada")));

        JsonNode second = data(refresh(first));

        assertThat(get(notes.bearer(second), "/api/me").status()).isEqualTo(200);
        assertThat(refresh(first).status()).isEqualTo(401);
        assertThat(get(notes.bearer(second), "/api/me").status()).isEqualTo(401);
    }

    private Response<JsonNode> refresh(JsonNode pair) {
        return post(
                notes.visitor(),
                "/api/refresh",
                Map.of("refreshToken", pair.path("refreshToken").asText()));
    }

    @Test
    void a_restart_logs_nobody_out() {
        JsonNode pair = data(post(notes.visitor(), "/api/sign-up", accountOf("Ada")));

        notes.close();
        notes = RunningNotes.in(folder);

        assertThat(get(notes.bearer(pair), "/api/me").status()).isEqualTo(200);
    }
}
