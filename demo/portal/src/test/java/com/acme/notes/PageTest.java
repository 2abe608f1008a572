package com.acme.notes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.client.Response;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {
    private static final Pattern ADDRESS = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

    @TempDir
    Path folder;

    @Test
    void the_page_is_whole_and_takes_nothing_from_elsewhere() {
        try (RunningNotes notes = RunningNotes.in(folder)) {
            Response<String> page = notes.visitor().get("/").send();

            assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
            assertThat(page.headers().allValues("Content-Security-Policy"))
                    .singleElement()
                    .asString()
                    .startsWith("default-src 'none'; script-src 'self'; style-src 'self';");
            List<String> addresses = ADDRESS.matcher(page.orElse(""))
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            assertThat(addresses).contains("/page/main.js", "/page/app.css", "/docs", "/admin");
            assertThat(addresses).allSatisfy(address -> {
                assertThat(address).startsWith("/");
                assertThat(notes.visitor().get(address).send().status())
                        .isEqualTo(address.equals("/admin") ? 401 : 200);
            });
        }
    }

    @Test
    void there_are_no_other_files() {
        try (RunningNotes notes = RunningNotes.in(folder)) {
            for (String name :
                    List.of("other.js", "PageEndpoints.class", "..%2Fpage%2Fmain.js", "%2Fsimplelogger.properties")) {
                assertThat(notes.visitor().get("/page/" + name).send().status())
                        .as(name)
                        .isBetween(400, 404);
            }
        }
    }

    @Test
    void it_says_that_it_is_ready_and_what_it_can_do() {
        try (RunningNotes notes = RunningNotes.in(folder)) {
            assertThat(notes.visitor().get("/health/ready").send().orElse(""))
                    .contains("\"status\":true", "\"checks\":{\"database\":true}");
            assertThat(notes.visitor().get("/openapi.json").send().orElse(""))
                    .contains(
                            "\"/api/notes/{id}\"",
                            "\"Finds notes that have all of these words\"",
                            "\"as many lines as they like\"");
        }
    }
}
