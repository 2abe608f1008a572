package dev.aide.agent.report.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aide.agent.config.BadConfiguration;
import dev.aide.agent.config.ReportFile;
import dev.aide.agent.report.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {
    @TempDir
    Path folder;

    @Test
    void each_file_is_written_in_the_format_of_its_ending() throws Exception {
        ReportFiles files = open("a/aide.html", "a/aide.sarif", "b/aide.json", "b/aide.xml");

        files.write(SampleReports.withBaseline());

        assertThat(text("a/aide.html")).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
        assertThat(text("a/aide.sarif")).contains("\"version\": \"2.1.0\"");
        assertThat(text("b/aide.json")).contains("\"format\": 1");
        assertThat(text("b/aide.xml")).contains("<testsuite name=\"aide\"");
    }

    @Test
    void process_and_time_are_those_of_the_start() throws Exception {
        ReportFiles files = open("%p-%t.json");

        files.write(SampleReports.empty());
        files.write(SampleReports.empty());

        try (var written = Files.list(folder)) {
            assertThat(written.map(path -> path.getFileName().toString()))
                    .singleElement()
                    .asString()
                    .matches(ProcessHandle.current().pid() + "-\\d{8}-\\d{6}\\.json");
        }
    }

    @Test
    void a_folder_that_cannot_be_made_is_refused_at_the_start() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        assertThatThrownBy(() -> open("file/out/aide.html"))
                .isInstanceOf(BadConfiguration.class)
                .hasMessage("-Daide.report: the folder " + file.resolve("out")
                        + " cannot be made; name a path that can be written");
    }

    @Test
    void what_fails_later_leaves_the_other_files() throws Exception {
        ReportFiles files = open("in-the-way.json", "aide.json");
        Files.createDirectories(folder.resolve("in-the-way.json/not-empty"));

        files.write(SampleReports.empty());
        files.write(SampleReports.withBaseline());

        assertThat(text("aide.json")).contains("\"baselineEntry\"");
    }

    @Test
    void names_cannot_break_out_of_the_html() throws Exception {
        ReportFiles files = open("aide.html");

        files.write(SampleReports.withBaseline());

        assertThat(text("aide.html"))
                .contains("\\u003c/script>\\u003cimg src=x onerror=alert(1)>")
                .doesNotContain("<img", "@REPORT@", "@RULES@", "http://", "https://");
    }

    private ReportFiles open(String... paths) throws BadConfiguration {
        List<ReportFile> files = new ArrayList<>();
        for (String path : paths) {
            files.add(ReportFile.parse(folder.resolve(path).toString(), "-Daide.report"));
        }
        return ReportFiles.open(files, new Console());
    }

    private String text(String path) throws IOException {
        return Files.readString(folder.resolve(path));
    }
}
