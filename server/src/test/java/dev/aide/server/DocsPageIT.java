package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aide.server.gate.Gate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Looks at {@code /docs} as people do, in a real browser that reaches no other machine. */
class DocsPageIT {
    private static final String BACKGROUND = "return getComputedStyle(document.body).backgroundColor";
    private static final String TITLE = "return getComputedStyle(document.querySelector('.title')).color";

    private static Portal portal;
    private static Browser browser;

    static final class Notes {

        @Endpoint(value = "/api/notes/{id}", gate = "all", summary = "Reads a note")
        Map<String, Object> read(long id) {
            return Map.of("id", id, "text", "buy tea");
        }
    }

    record NewNote(String text, List<String> tags) {}

    @BeforeAll
    static void start() {
        browser = Browser.start(DocsPageIT.class);
        portal = Portal.builder()
                .port(0)
                .gate("all", Gate.open())
                .endpoints(new Notes())
                .post("/api/notes")
                .gate(Gate.open())
                .summary("Writes a note")
                .handle(NewNote.class, (note, request) -> note)
                .docs("Notes of a team", "1.2", Gate.open())
                .build()
                .start();
    }

    @AfterAll
    static void stop() {
        if (portal != null) {
            portal.stop();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void the_page_shows_what_there_is_offline_and_tries_it() {
        browser.open(portal.url() + "/docs");
        browser.awaitText("#swagger-ui", "Notes of a team", "Reads a note", "Writes a note", "Schemas");
        browser.screenshot("docs");

        browser.click("#operations-Notes-get_api_notes_id_ .opblock-summary-control");
        browser.click("#operations-Notes-get_api_notes_id_ .try-out__btn");
        browser.await("#operations-Notes-get_api_notes_id_ input[placeholder=id]")
                .sendKeys("7");
        browser.click("#operations-Notes-get_api_notes_id_ .execute");
        browser.awaitText("#operations-Notes-get_api_notes_id_ .live-responses-table", "200", "buy tea");
        browser.screenshot("docs-tried");

        assertThat(browser.script(
                        "return performance.getEntriesByType('resource').map(each => new URL(each.name).origin)"
                                + ".filter(origin => origin !== location.origin && origin !== 'null')"))
                .isEqualTo(List.of());
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void it_is_dark_where_the_system_is_and_groups_endpoints_by_their_class() {
        browser.prefer("light");
        browser.open(portal.url() + "/docs");
        browser.awaitText("#operations-tag-Notes", "Notes");
        browser.awaitText("#operations-tag-portal", "portal");
        awaitValue(BACKGROUND, "rgb(250, 250, 250)");
        awaitValue(TITLE, "rgb(59, 65, 81)");

        browser.prefer("dark");

        awaitValue(BACKGROUND, "rgb(28, 32, 34)");
        awaitValue(TITLE, "rgb(210, 214, 215)");
        browser.screenshot("docs-dark");
    }

    private static void awaitValue(String script, String value) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(browser.script(script)).isEqualTo(value));
    }
}
