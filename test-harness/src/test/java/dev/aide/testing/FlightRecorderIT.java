package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records programs that break rules. */
class FlightRecorderIT {
    @TempDir
    static Path classes;

    @TempDir
    Path folder;

    @BeforeAll
    static void compile() {
        Fixture.sources(8, "Switching").compile().writeTo(classes);
    }

    @JdkTest
    void a_recording_has_each_violation_with_its_stack(Jdk jdk) throws IOException {
        Path recording = folder.resolve("program.jfr");

        program(jdk, "call take", "call take", "switchModes rule.types=enforce", "call give")
                .jvmOption("-XX:StartFlightRecording=filename=" + recording)
                .run()
                .expectExit(0);

        List<RecordedEvent> events = RecordingFile.readAllEvents(recording).stream()
                .filter(event -> event.getEventType().getName().equals("dev.aide.Violation"))
                .toList();
        assertThat(events)
                .extracting(event -> event.getString("rule") + " " + event.getString("level") + " "
                        + event.getString("method") + " " + event.getString("position") + " "
                        + event.getString("found") + " " + event.getString("declared") + " " + event.getLong("count"))
                .containsExactly(
                        "types.argument warn fixture.Switching.take(List<String> names) names[] java.lang.Integer java.lang.String 1",
                        "types.argument warn fixture.Switching.take(List<String> names) names[] java.lang.Integer java.lang.String 2",
                        "types.return enforce fixture.Switching.give(List names) result[] java.lang.Integer java.lang.String 1");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.getString("caller")).startsWith("fixture.Switching.call(Switching.java:");
            assertThat(event.getStackTrace().getFrames())
                    .extracting(FlightRecorderIT::text)
                    .contains("fixture.Switching.main");
        });
        assertThat(events.get(0).getEventType().getCategoryNames()).containsExactly("aide");
        assertThat(events.get(0).getString("description"))
                .isEqualTo("names[] is java.lang.Integer, declared java.lang.String");
    }

    @Test
    void the_jdk_s_tool_prints_it() throws IOException, InterruptedException {
        Path recording = folder.resolve("program.jfr");
        program(Jdk.running(), "call take")
                .jvmOption("-XX:StartFlightRecording=filename=" + recording)
                .run()
                .expectExit(0);

        Path printed = folder.resolve("printed");
        int exitCode = new ProcessBuilder(
                        Jdk.running().home().resolve("bin/jfr").toString(),
                        "print",
                        "--events",
                        "dev.aide.Violation",
                        recording.toString())
                .redirectOutput(printed.toFile())
                .start()
                .waitFor();

        assertThat(exitCode).isZero();
        assertThat(printed)
                .content()
                .contains(
                        "dev.aide.Violation {",
                        "  rule = \"types.argument\"\n",
                        "  description = \"names[] is java.lang.Integer, declared java.lang.String\"\n",
                        "  caller = \"fixture.Switching.call(Switching.java:");
    }

    @JdkTest({8, 17, 25})
    void without_a_recording_none_is_started(Jdk jdk) {
        Outcome outcome =
                program(jdk, "call take").jvmOption("-verbose:class").run().expectExit(0);

        assertThat(outcome.stdout())
                .contains("take passes")
                .doesNotContain("jdk.jfr.EventFactory", "PlatformRecorder ");
    }

    private static String text(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    private static ForkedJvm program(Jdk jdk, String... commands) {
        return ForkedJvm.on(jdk)
                .agent(AgentJar.path())
                .classpath(classes)
                .main("fixture.Switching")
                .args(commands);
    }
}
