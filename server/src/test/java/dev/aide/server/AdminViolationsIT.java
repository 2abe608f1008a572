package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What aide found, on the admin page of a portal that runs beside the packaged {@code aide.jar}. */
class AdminViolationsIT {
    @TempDir
    Path folder;

    @Test
    void violations_are_shown_live_and_modes_are_switched() {
        try (Browser browser = Browser.start(AdminViolationsIT.class);
                PortalProcess portal = PortalProcess.start(folder, Map.of("aide.mode", "warn"))) {
            browser.prefer("light");
            Http http = new Http(portal.url());
            browser.open(portal.url().replace("http://", "http://ada:correct%20horse%20battery%20staple@") + "/admin");
            browser.awaitText("#no-findings", "No call broke a rule.");

            assertThat(http.get("/api/tags").status()).isEqualTo(200);
            browser.awaitText("#findings", "warn", "com.acme.notes.Notes.tags()", "types.return", "1×");
            browser.awaitText("#card-violations", "1\nviolation");
            assertThat(browser.text("#modes")).contains("aide.mode=warn");

            browser.await("#rule").sendKeys("types");
            browser.await("#pattern").sendKeys("com.acme.**");
            browser.select("#mode", "enforce");
            browser.click("#switch button");
            browser.awaitSaid("#said", "switched to");
            browser.awaitText("#modes", "com.acme.**=enforce");
            Http.Answer refused = http.get("/api/tags");
            assertThat(refused.status()).isEqualTo(500);
            String id = refused.json().path("violation").asText();
            assertThat(id).matches("[0-9a-f]{16}");
            browser.awaitText("#findings", id, "2×");
            browser.screenshot("admin-violations");

            browser.await("#rule").sendKeys("x");
            browser.click("#switch button");
            browser.awaitSaid("#said", "Refused: 'typesx' is not a rule");
            browser.prefer("dark");
            browser.screenshot("admin-violations-dark");
        }
    }
}
