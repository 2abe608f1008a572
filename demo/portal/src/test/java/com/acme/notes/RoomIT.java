package com.acme.notes;

import static com.acme.notes.RunningNotes.PASSWORD;
import static com.acme.notes.RunningNotes.data;
import static com.acme.notes.RunningNotes.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aide.client.HttpClient;
import dev.aide.client.auth.Auth;
import dev.aide.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people in the team room, each in a browser of their own, while the program runs under {@code aide.jar} in strict. */
class RoomIT {
    private static final String EVIL = "<img src=x onerror=window.pwned=1>";

    @TempDir
    Path folder;

    @Test
    void two_people_talk_one_goes_away_and_finds_on_return_what_was_said() throws Exception {
        try (StrictNotes notes = StrictNotes.start(folder);
                Browser ada = Browser.start();
                Browser grace = Browser.start()) {
            signUp(ada, notes.url(), "Ada Lovelace");
            signUp(grace, notes.url(), "Grace Hopper");
            ada.click("#open-room");
            grace.click("#open-room");
            ada.waitForText("#live", "live");
            grace.waitForText("#live", "live");
            ada.waitForText("#present", "2 of 2 here");
            assertThat(ada.texts("#members li"))
                    .containsExactly("AL\nAda Lovelace (you)\nhere", "GH\nGrace Hopper\nhere");
            ada.screenshot("room-empty");

            say(ada, "Did the loom weave last night?");
            grace.waitForText("#said", "Did the loom weave last night?");
            say(grace, "It did, until a moth got into relay 70.");
            say(grace, EVIL);
            ada.waitForCount("#said li[data-id]", 3);
            assertThat(ada.texts("#said p"))
                    .containsExactly("Did the loom weave last night?", "It did, until a moth got into relay 70.", EVIL);
            assertThat(ada.run("return window.pwned")).isNull();

            grace.open("about:blank");
            ada.waitForText("#present", "1 of 2 here");
            say(ada, "I have taped it into the log book.");
            say(ada, "Lunch at one?");
            ada.prefer("dark");
            ada.screenshot("room-dark");

            grace.open(notes.url());
            grace.waitForText("#unread", "2");
            grace.screenshot("room-unread");
            grace.click("#open-room");
            grace.waitForCount("#said li[data-id]", 5);
            grace.waitForText("#said .since", "New since you were here");
            grace.screenshot("room");
            ada.waitForText("#present", "2 of 2 here");
            grace.waitForNone("#unread");
            grace.narrow(390);
            grace.waitFor("innerWidth", 390L);
            assertThat((Long) grace.run("return document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            grace.screenshot("room-narrow");
            grace.wide();
            assertThat(ada.complaints()).isEmpty();
            assertThat(grace.complaints()).isEmpty();

            logOutEverywhere(notes.url(), "grace hopper");
            grace.waitForText("#farewell", "You were logged out elsewhere. Log in again to go on.");
            ada.waitForText("#present", "1 of 2 here");

            notes.stopAndExpectNoFindings();
        }
    }

    @Test
    void a_token_that_has_run_out_is_renewed_while_somebody_talks() throws Exception {
        LaterClock clock = new LaterClock();
        try (RunningNotes notes = RunningNotes.in(folder, clock);
                Browser ada = Browser.start()) {
            signUp(ada, notes.app().url(), "Ada Lovelace");
            ada.click("#open-room");
            say(ada, "Good morning.");

            clock.pass(Duration.ofHours(8));
            say(ada, "Good evening.");

            assertThat(ada.texts("#said p")).containsExactly("Good morning.", "Good evening.");
            assertThat(ada.text("#live")).isEqualTo("live");
        }
    }

    @Test
    void a_token_that_has_run_out_is_renewed_while_somebody_only_reads() throws Exception {
        LaterClock clock = new LaterClock();
        try (RunningNotes notes = RunningNotes.in(folder, clock);
                Database database = Database.open("jdbc:sqlite:" + folder.resolve("notes.db"));
                Browser ada = Browser.start();
                Browser grace = Browser.start()) {
            signUp(ada, notes.app().url(), "Ada Lovelace");
            signUp(grace, notes.app().url(), "Grace Hopper");
            ada.click("#open-room");
            grace.click("#open-room");
            grace.waitForText("#live", "live");

            clock.pass(Duration.ofHours(8));
            say(ada, "Good evening.");

            grace.waitForText("#said", "Good evening.");
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> database.query("SELECT member FROM room_readers WHERE read_up_to = 1")
                                    .list()
                                    .size()
                            == 2);
        }
    }

    private static void signUp(Browser browser, String url, String name) {
        browser.prefer("light");
        browser.open(url);
        browser.click("#tab-sign-up");
        browser.type("#sign-up [name=name]", name);
        browser.type("#sign-up [name=email]", email(name));
        browser.type("#sign-up [name=password]", PASSWORD);
        browser.click("#sign-up .primary");
        browser.waitForText("#nothing", "Nothing here yet.");
    }

    private static String email(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org";
    }

    private static void say(Browser browser, String text) {
        browser.type("#words", text);
        browser.click("#say .primary");
        browser.waitForText("#said li:last-child p", text);
    }

    private static void logOutEverywhere(String url, String name) {
        try (HttpClient visitor = RunningNotes.visitorOf(url)) {
            JsonNode pair = data(post(visitor, "/api/log-in", Map.of("email", email(name), "password", PASSWORD)));
            HttpClient elsewhere = visitor.derive()
                    .auth(Auth.bearer(pair.path("accessToken").asText()))
                    .build();
            assertThat(elsewhere.post("/api/log-out-everywhere").send().status())
                    .isEqualTo(204);
        }
    }
}
