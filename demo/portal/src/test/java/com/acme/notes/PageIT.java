package com.acme.notes;

import static com.acme.notes.RunningNotes.PASSWORD;
import static com.acme.notes.RunningNotes.data;
import static com.acme.notes.RunningNotes.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aide.client.HttpClient;
import dev.aide.client.auth.Auth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uses the page as people do, in a real browser, while the program runs under {@code aide.jar} in strict. */
class PageIT {
    private static final String BACKGROUND = "getComputedStyle(document.body).backgroundColor";
    private static final String LIGHT = "rgb(245, 246, 248)";
    private static final String DARK = "rgb(16, 20, 26)";
    private static final String STICKING_OUT =
            "return [...document.querySelectorAll('#settings div, #settings p, #settings td, #settings button')]"
                    + ".filter(each => each.scrollWidth > each.clientWidth + 1).map(each => each.outerHTML)";
    private static final String EVIL = "<img src=x onerror=window.pwned=1>";

    @TempDir
    Path folder;

    @Test
    void a_person_signs_up_writes_searches_and_logs_out_everywhere() throws Exception {
        try (Browser browser = Browser.start();
                StrictNotes notes = StrictNotes.start(folder)) {
            browser.prefer("light");
            browser.open(notes.url());
            signUp(browser);
            write(browser);
            search(browser);
            look(browser);
            settle(browser);
            lookAfter(browser, notes.url());
            assertThat(browser.complaints()).isEmpty();
            logOutEverywhere(browser, notes.url());

            notes.stopAndExpectNoFindings();
        }
    }

    private static void signUp(Browser browser) throws IOException {
        browser.waitFor("#log-in");
        browser.screenshot("log-in");
        browser.click("#tab-sign-up");
        browser.type("#sign-up [name=name]", "Ada Lovelace");
        browser.type("#sign-up [name=email]", "ada@example.org");
        browser.type("#sign-up [name=password]", PASSWORD);
        browser.screenshot("sign-up");
        browser.click("#sign-up .primary");
        browser.waitForText("#nothing", "Nothing here yet.");
        browser.screenshot("empty");
    }

    private static void write(Browser browser) throws IOException {
        note(browser, EVIL, "A title is text, whatever stands in it.");
        note(
                browser,
                "Talk in Turin",
                "The engine weaves algebraic patterns\njust as the loom weaves flowers and leaves.");
        note(
                browser,
                "Books to read",
                "- Laplace, Mécanique céleste\n- Somerville, Connexion\n- De Morgan, Trigonometry");
        note(browser, "Groceries", "Tea, the smoky one\nBread\nTwo lemons");
        assertThat(browser.texts("#list b")).containsExactly("Groceries", "Books to read", "Talk in Turin", EVIL);
        assertThat(browser.run("return window.pwned")).isNull();
        browser.screenshot("notes");
        browser.reload();
        browser.waitForCount("#list li", 4);
        browser.clickText("#list button", "Talk in Turin");
        browser.waitForText("#state", "Saved");
        assertThat(browser.run("return document.getElementById('text').value"))
                .isEqualTo("The engine weaves algebraic patterns\njust as the loom weaves flowers and leaves.");
    }

    private static void note(Browser browser, String title, String text) {
        int before = browser.texts("#list li").size();
        browser.click("#new");
        browser.waitForText("#state", "New");
        browser.type("#title", title);
        browser.type("#text", text);
        browser.waitForCount("#list li", before + 1);
        browser.waitForText("#state", "Saved just now");
        browser.waitForText("#list .first", text.lines().findFirst().orElseThrow());
    }

    private static void search(Browser browser) throws IOException {
        browser.type("#search", "loom WEAVES");
        browser.waitForText("#found", "1 found");
        assertThat(browser.texts("#list b")).containsExactly("Talk in Turin");
        browser.screenshot("search");
        browser.type("#search", "nowhere");
        browser.waitForText("#nothing", "No note has all of these words.");
        browser.type("#search", "");
        browser.waitForText("#found", "4 notes");
    }

    private static void look(Browser browser) throws IOException {
        browser.waitFor(BACKGROUND, LIGHT);
        browser.prefer("dark");
        browser.waitFor(BACKGROUND, DARK);
        browser.click("#open-menu");
        browser.waitFor("#menu");
        browser.screenshot("dark");
        browser.click("#theme");
        browser.waitFor(BACKGROUND, LIGHT);
        browser.narrow(390);
        browser.waitFor("innerWidth", 390L);
        assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        browser.screenshot("narrow-note");
        browser.click("#back");
        browser.waitFor("#list");
        assertThat((Long) browser.run("return document.querySelector('#search').offsetWidth"))
                .as("the search has a line for itself")
                .isGreaterThan(350);
        browser.screenshot("narrow");
        browser.wide();
    }

    private void settle(Browser browser) throws IOException {
        browser.click("#open-menu");
        browser.click("#open-settings");
        browser.choose("#picture", Pictures.sun(folder));
        browser.waitFor("#face img");
        browser.type("#new-key [name=name]", "Backup at night");
        browser.click("#new-key [name=mayWrite]");
        browser.click("#new-key button");
        browser.waitFor("#created-key");
        assertThat(browser.text("#created-key code")).matches("ak_[A-Za-z0-9]{12}_[A-Za-z0-9_-]{43}");
        browser.waitForText("#keys", "Backup at night");
        browser.click("#send-digest");
        browser.waitForText("#toast", "The digest is on its way.");
        browser.waitForNone("#toast");
        browser.waitForCount("#deliveries .good", 4);
        browser.height(1450);
        browser.screenshot("settings");
        browser.height(800);
        browser.narrow(390);
        browser.waitFor("innerWidth", 390L);
        assertThat(browser.run(STICKING_OUT))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isEmpty();
        browser.screenshot("narrow-settings");
        browser.wide();
        browser.click("#keys .danger");
        browser.waitForText("#keys", "No keys yet.");
    }

    /** Whoever runs the place has a page for that, which asks for name and password. */
    private static void lookAfter(Browser browser, String url) throws IOException {
        browser.open(url.replace("http://", "http://ada%40example.org:correct%20horse%20battery@") + "/admin");
        browser.waitForText("body", "tasks/webhook");
        browser.screenshot("admin");
        browser.open(url);
        browser.click("#open-menu");
        browser.waitFor("#open-admin");
        browser.click("#open-settings");
    }

    /** Another device's session ends with this one. */
    private static void logOutEverywhere(Browser browser, String url) throws IOException {
        try (HttpClient visitor = RunningNotes.visitorOf(url)) {
            JsonNode pair =
                    data(post(visitor, "/api/log-in", Map.of("email", "ada@example.org", "password", PASSWORD)));
            HttpClient elsewhere = visitor.derive()
                    .auth(Auth.bearer(pair.path("accessToken").asText()))
                    .build();
            assertThat(elsewhere.get("/api/me").send().status()).isEqualTo(200);

            browser.click("#log-out-everywhere");
            browser.waitForText("#farewell", "You are logged out everywhere.");
            browser.screenshot("logged-out");
            assertThat(elsewhere.get("/api/me").send().status()).isEqualTo(401);

            browser.type("#log-in [name=email]", "ada@example.org");
            browser.type("#log-in [name=password]", "wrong password");
            browser.click("#log-in .primary");
            browser.waitForText("#log-in .problem", "name or password is wrong");
            browser.type("#log-in [name=password]", PASSWORD);
            browser.click("#log-in .primary");
            browser.waitForCount("#list li", 4);

            JsonNode next =
                    data(post(visitor, "/api/log-in", Map.of("email", "ada@example.org", "password", PASSWORD)));
            visitor.derive()
                    .auth(Auth.bearer(next.path("accessToken").asText()))
                    .build()
                    .post("/api/log-out-everywhere")
                    .send();
            // the socket of the team room has heard of it
            browser.waitForText("#farewell", "You were logged out elsewhere. Log in again to go on.");
        }
    }
}
