package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.server.gate.Gate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Looks at {@code /docs} as people do, in a real browser that reaches no other machine. */
class DocsPageIT {
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

        browser.click("#operations-default-get_api_notes_id_ .opblock-summary-control");
        browser.click("#operations-default-get_api_notes_id_ .try-out__btn");
        browser.await("#operations-default-get_api_notes_id_ input[placeholder=id]")
                .sendKeys("7");
        browser.click("#operations-default-get_api_notes_id_ .execute");
        browser.awaitText("#operations-default-get_api_notes_id_ .live-responses-table", "200", "buy tea");
        browser.screenshot("docs-tried");

        assertThat(browser.script(
                        "return performance.getEntriesByType('resource').map(each => new URL(each.name).origin)"
                                + ".filter(origin => origin !== location.origin && origin !== 'null')"))
                .isEqualTo(List.of());
        assertThat(browser.errors()).isEmpty();
    }
}
