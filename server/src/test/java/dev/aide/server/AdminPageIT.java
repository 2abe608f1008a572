package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/** Looks at {@code /admin} as people do, in a real browser, of a portal that runs beside the packaged {@code aide.jar}. */
class AdminPageIT {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private Browser browser;
    private PortalProcess portal;

    @BeforeEach
    void start() {
        browser = Browser.start(AdminPageIT.class);
        browser.prefer("light");
        portal = PortalProcess.start(folder, Map.of("aide.mode", "warn"));
    }

    @AfterEach
    void stop() {
        if (portal != null) {
            portal.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    private void logIn() {
        browser.open(portal.url().replace("http://", "http://ada:correct%20horse%20battery%20staple@") + "/admin");
    }

    @Test
    void shows_what_comes_to_endpoints() {
        Http http = new Http(portal.url());
        logIn();
        browser.awaitText("#health", "ready");
        for (int i = 0; i < 20; i++) {
            http.get("/api/notes/" + i);
            http.get("/api/broken");
        }
        http.get("/nowhere");

        browser.awaitText("#unmatched", "endpoints, and 1 request to paths that are none");
        browser.await("tr:has([title^='Notes.read']) td[data-column=total]");
        browser.awaitText("tr:has([title^='Notes.read']) td[data-column=total]", "20");
        browser.awaitText("tr:has([title^='Notes.broken']) td[data-column=failed]", "20");
        // what is shown of the last minute stays there only while something comes
        await().atMost(LONGEST).ignoreExceptions().untilAsserted(() -> {
            http.get("/api/notes/1");
            http.get("/api/broken");
            assertThat(browser.text("#card-errors")).matches("\\d+\\.\\d %\n\\d+ server errors?");
            assertThat(browser.text("tr:has([title^='Notes.read']) td[data-column=most]"))
                    .matches("[\\d.]+ m?s");
            assertThat(browser.text("tr:has([title^='Notes.read']) td[data-column=rate]"))
                    .matches("\\d[\\d.,]*");
            assertThat(browser.script("return document.querySelector('.traffic polyline').points.length > 1"))
                    .isEqualTo(true);
        });
        browser.screenshot("admin-traffic");

        browser.click("th[data-column=failed] button");
        browser.awaitText("#routes tr:first-child", "/api/broken");
        browser.await("#search").sendKeys("notes post");
        browser.awaitText("#routes tr:first-child", "POST", "/api/notes", "Writes a note");
        assertThat(browser.all("#routes tr")).hasSize(1);
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void dead_letters_are_read_and_requeued() {
        logIn();
        browser.awaitText("[data-queue=mails] [data-state=DEAD]", "3");
        browser.awaitText("[data-queue=mails] .bulk", "3 dead letters");
        WebElement letter = browser.await("[data-queue=mails] [data-job]:first-child");
        assertThat(letter.getText()).contains("java.net.ConnectException: mail.example.com refused", "1 attempt");
        browser.click("[data-queue=mails] [data-job]:first-child summary");
        browser.awaitText("[data-queue=mails] [data-job]:first-child .payload", "edsger@example.com");
        browser.screenshot("admin-light");

        browser.click("[data-queue=mails] [data-job]:first-child button");
        browser.awaitSaid("#said", "1 requeued");
        browser.awaitText("[data-queue=mails] [data-state=DEAD]", "2");
        browser.click("[data-queue=mails] .bulk button");
        browser.awaitSaid("#said", "2 requeued");
        browser.awaitText("[data-queue=mails] [data-state=DEAD]", "0");
        browser.awaitText("[data-queue=mails] [data-state=READY]", "4");
        browser.awaitText("#card-dead", "0\ndead letters");
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void is_dark_where_the_system_is_and_where_asked_and_fits_a_telephone() {
        logIn();
        browser.awaitText("#health", "ready");
        awaitBackground("rgb(245, 246, 248)");

        browser.prefer("dark");
        awaitBackground("rgb(16, 20, 26)");
        browser.await("[data-queue=mails] [data-job]");
        browser.screenshot("admin-dark");
        browser.click("#theme");
        awaitBackground("rgb(245, 246, 248)");

        browser.narrow(true);
        assertThat((Long) browser.script("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        browser.screenshot("admin-narrow");
        browser.narrow(false);
        assertThat(browser.script(
                        "return performance.getEntriesByType('resource').map(each => new URL(each.name).pathname)"
                                + ".filter(path => path !== '/admin/state')"))
                .isEqualTo(List.of());
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void says_so_when_the_portal_is_gone() {
        logIn();
        browser.awaitText("#health", "ready");

        portal.close();

        browser.awaitText("#trouble", "The portal does not answer", "What is below may be old.");
        browser.awaitText("#health", "unknown");
    }

    private void awaitBackground(String color) {
        await().atMost(LONGEST)
                .until(() -> browser.script("return getComputedStyle(document.body).backgroundColor")
                        .equals(color));
    }
}
