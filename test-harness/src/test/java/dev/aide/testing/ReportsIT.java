package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the agent to leaving its reports behind, however the program ends. */
class ReportsIT {
    private static final String FINDING = "\"method\": \"fixture.Dying.take(List<String> values)\"";
    private static final String LATER_FINDING = "\"method\": \"fixture.Dying.takeLater(Set<String> values)\"";

    @TempDir
    static Path classes;

    @TempDir
    Path folder;

    private Path json;

    @BeforeAll
    static void compile() {
        Fixture.sources(8, "Dying").compile().writeTo(classes);
    }

    @BeforeEach
    void name() {
        json = folder.resolve("out/aide.json");
    }

    @JdkTest
    void all_formats_are_written_at_the_end(Jdk jdk) throws IOException {
        Path out = folder.resolve("new/out");

        dying(jdk, "normally")
                .property(
                        "aide.report",
                        out.resolve("aide.html") + "," + out.resolve("aide.sarif") + "," + out.resolve("aide.json")
                                + "," + out.resolve("aide.xml"))
                .run()
                .expectExit(0);

        assertThat(out.resolve("aide.html")).content().contains("<!DOCTYPE html>", FINDING.replace("<", "\\u003c"));
        assertThat(out.resolve("aide.sarif"))
                .content()
                .contains("\"uri\": \"fixture/Dying.java\"", "\"version\": \"2.1.0\"");
        assertThat(out.resolve("aide.json")).content().contains(FINDING, "\"program\": \"fixture.Dying\"");
        assertThat(out.resolve("aide.xml")).content().contains("failures=\"1\"");
        try (var files = Files.list(out)) {
            assertThat(files).as("nothing is left beside them").hasSize(4);
        }
    }

    @JdkTest({8, 17, 25})
    void a_report_is_written_however_the_program_ends(Jdk jdk) throws IOException {
        reporting(jdk, "exit").run().expectExit(3);
        assertWhole();
        reporting(jdk, "throw").run().expectExit(1);
        assertWhole();
        reporting(jdk, "outOfMemory").jvmOption("-Xmx32m").run().expectExit(1);
        assertWhole();
    }

    @JdkTest({8, 17, 25})
    void a_report_is_written_on_a_signal_to_end(Jdk jdk) throws IOException {
        try (LiveJvm jvm = LiveJvm.start(reporting(jdk, "wait"))) {
            assertThat(jvm.awaitLine("ready").terminate()).isEqualTo(128 + 15);
        }
        assertWhole();
    }

    @JdkTest({8, 17})
    void a_killed_program_loses_no_more_than_the_interval(Jdk jdk) throws IOException {
        try (LiveJvm jvm = LiveJvm.start(reporting(jdk, "wait").property("aide.report.every", "1s"))) {
            jvm.awaitLine("ready");
            awaitInReport(FINDING);
            assertThat(json).content().doesNotContain(LATER_FINDING);
            jvm.enter();
            awaitInReport(LATER_FINDING);
            jvm.kill();
        }
        assertThat(json).content().contains(LATER_FINDING);
        assertWhole();
    }

    @JdkTest({8, 17, 25})
    void a_heap_that_stays_full_leaves_what_was_written_last(Jdk jdk) throws IOException {
        ForkedJvm filling = reporting(jdk, "outOfMemoryForGood")
                .property("aide.report.every", "1s")
                .jvmOption("-Xmx32m");
        try (LiveJvm jvm = LiveJvm.start(filling)) {
            jvm.awaitLine("ready");
            awaitInReport(FINDING);
            jvm.enter();
            assertThat(jvm.awaitExit()).isEqualTo(1);
        }
        assertThat(json).content().startsWith("{\n").contains(FINDING).endsWith("\n}\n");
    }

    @Test
    void a_killed_program_without_an_interval_leaves_what_was_there() throws IOException {
        reporting(Jdk.running(), "normally").run().expectExit(0);
        String before = Files.readString(json);

        try (LiveJvm jvm = LiveJvm.start(reporting(Jdk.running(), "wait"))) {
            jvm.awaitLine("ready").kill();
        }

        assertThat(json).content().isEqualTo(before);
    }

    @JdkTest({8, 17})
    void names_have_process_and_time(Jdk jdk) throws IOException {
        dying(jdk, "normally")
                .property("aide.report", folder.resolve("%p-%t.json").toString())
                .run()
                .expectExit(0);
        dying(jdk, "normally")
                .property("aide.report", folder.resolve("%p-%t.json").toString())
                .run()
                .expectExit(0);

        try (var files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .hasSize(2)
                    .allMatch(name -> name.matches("[1-9]\\d*-\\d{8}-\\d{6}\\.json"));
        }
    }

    @JdkTest({8, 17})
    void what_cannot_be_a_report_ends_the_jvm_before_main(Jdk jdk) {
        assertThat(refused(dying(jdk, "normally").property("aide.report", "aide.htm")))
                .isEqualTo("aide: -Daide.report: 'aide.htm' is not a report's name;"
                        + " end it in .html, .sarif, .json or .xml (JUnit)\n");
        assertThat(refused(dying(jdk, "normally").property("aide.report", "/proc/aide/aide.html")))
                .isEqualTo(
                        "aide: -Daide.report: the folder /proc/aide cannot be made; name a path that can be written\n");
        assertThat(refused(reporting(jdk, "normally").property("aide.report.every", "soon")))
                .isEqualTo("aide: -Daide.report.every: 'soon' is not a duration;"
                        + " write 30s, 5m or 1h, with a number from 1 up\n");
    }

    @Test
    void a_report_that_fails_at_the_end_is_told_and_leaves_the_program_alone() throws IOException {
        Files.createDirectories(json.resolve("in the way"));

        Outcome outcome = reporting(Jdk.running(), "exit").run().expectExit(3);

        assertThat(outcome.stderr())
                .contains("\naide: " + json + " could not be written, what was there before is there still: ")
                .contains("\naide summary  ");
    }

    private void awaitInReport(String text) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> Files.exists(json) && Files.readString(json).contains(text));
    }

    private void assertWhole() throws IOException {
        assertThat(json).content().startsWith("{\n").contains(FINDING).endsWith("\n}\n");
        try (var files = Files.list(json.getParent())) {
            assertThat(files).containsExactly(json);
        }
        Files.delete(json);
    }

    private static String refused(ForkedJvm program) {
        Outcome outcome = program.run().expectExit(2);
        assertThat(outcome.stdout()).isEmpty();
        return outcome.stderr();
    }

    private ForkedJvm reporting(Jdk jdk, String how) {
        return dying(jdk, how).property("aide.report", json.toString());
    }

    private static ForkedJvm dying(Jdk jdk, String how) {
        return ForkedJvm.on(jdk)
                .agent(AgentJar.path())
                // values alone: what needs no call is for other tests
                .property("aide.rule.convention", "off")
                .classpath(classes)
                .main("fixture.Dying")
                .args(how);
    }
}
