package com.acme.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aide.testing.AgentJar;
import dev.aide.testing.ForkedJvm;
import dev.aide.testing.Jdk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The packaged program in a JVM of its own, under {@code aide.jar}, strictly. Ends with the test. */
final class StrictNotes implements AutoCloseable {
    private static final Duration LONG = Duration.ofMinutes(4);
    private static final String READY = "Notes: ";

    private final Path folder;
    private final Process process;

    private StrictNotes(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /** Starts it in a folder, and waits until it listens. */
    static StrictNotes start(Path folder) {
        ProcessBuilder builder = new ProcessBuilder(described(folder).command())
                .redirectOutput(folder.resolve("stdout").toFile())
                .redirectError(folder.resolve("stderr").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AIDE_") || name.endsWith("JAVA_OPTIONS"));
        try {
            StrictNotes notes = new StrictNotes(folder, builder.start());
            await().atMost(LONG).until(() -> notes.readyLine().isPresent() || !notes.process.isAlive());
            assertThat(notes.process.isAlive()).as(notes.text("stderr")).isTrue();
            return notes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code demo/run-portal} starts it, with every element looked at and a report. */
    static ForkedJvm described(Path folder) {
        return ForkedJvm.on(Jdk.running())
                .agent(AgentJar.path())
                .property("aide.mode", "strict")
                .property("aide.types.depth", "full")
                .property("aide.docs.sources", System.getProperty("portal.sources"))
                .property("aide.report", folder.resolve("aide.json").toString())
                .property("notes.port", "0")
                .property("notes.folder", folder.resolve("data").toString())
                .jar(Path.of(System.getProperty("portal.jar")));
    }

    private Optional<String> readyLine() {
        return text("stdout").lines().filter(line -> line.startsWith(READY)).findFirst();
    }

    private String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return readyLine().orElseThrow().substring(READY.length());
    }

    MailFolder mails() {
        return new MailFolder(folder.resolve("data/mails"));
    }

    /** Ends it as Ctrl-C does, and holds the report to having something looked at and nothing found. */
    void stopAndExpectNoFindings() throws IOException, InterruptedException {
        // not by the Process, which closes the program's standard streams too
        process.toHandle().destroy();
        assertThat(process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        JsonNode report =
                new ObjectMapper().readTree(folder.resolve("aide.json").toFile());
        JsonNode jvm = report.path("jvms").get(0);
        String everything = report.toPrettyString() + text("stderr");
        assertThat(report.path("findings")).as(everything).isEmpty();
        assertThat(report.path("violationsWithoutFinding").asInt())
                .as(everything)
                .isZero();
        assertThat(jvm.path("scope").asText()).contains("com.acme.notes.**");
        assertThat(jvm.path("coverage").path("problems")).as(everything).isEmpty();
        assertThat(jvm.path("coverage").path("classesFailed").asInt())
                .as(everything)
                .isZero();
        assertThat(jvm.path("coverage").path("classesJudged").asInt())
                .as(everything)
                .isGreaterThan(25);
        assertThat(jvm.path("coverage").path("methodsExecuted").asInt())
                .as(everything)
                .isGreaterThan(30);
        assertThat(text("stderr")).doesNotContain("ERROR");
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
