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
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

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
        return start(folder, 1, Map.of());
    }

    /** Starts it in a folder with variables of the environment, and waits until so many nodes listen. */
    static StrictNotes start(Path folder, int nodes, Map<String, String> variables) {
        ProcessBuilder builder = new ProcessBuilder(described(folder).command())
                .redirectOutput(folder.resolve("stdout").toFile())
                .redirectError(folder.resolve("stderr").toFile());
        builder.environment().keySet().removeIf(StrictNotes::isSetting);
        builder.environment().putAll(variables);
        try {
            StrictNotes notes = new StrictNotes(folder, builder.start());
            await().atMost(LONG).until(() -> notes.urls().size() == nodes || !notes.process.isAlive());
            assertThat(notes.process.isAlive()).as(notes.text("stderr")).isTrue();
            return notes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSetting(String name) {
        return name.startsWith("AIDE_") || name.startsWith("NOTES_") || name.endsWith("JAVA_OPTIONS");
    }

    /** As {@code demo/run-portal} starts it, with every element looked at and a report of each node. */
    static ForkedJvm described(Path folder) {
        return ForkedJvm.on(Jdk.running())
                .agent(AgentJar.path())
                .property("aide.mode", "strict")
                .property("aide.types.depth", "full")
                .property("aide.docs.sources", System.getProperty("portal.sources"))
                .property("aide.report", folder.resolve("reports/%p.json").toString())
                .property("notes.port", "0")
                .property("notes.folder", folder.resolve("data").toString())
                .jar(Path.of(System.getProperty("portal.jar")));
    }

    private String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where each of the nodes listens. */
    List<String> urls() {
        return text("stdout")
                .lines()
                .filter(line -> line.startsWith(READY))
                .map(line -> line.substring(READY.length()))
                .toList();
    }

    String url() {
        return urls().get(0);
    }

    /** The processes that this one has started. */
    List<ProcessHandle> others() {
        return process.children().toList();
    }

    MailFolder mails() {
        return new MailFolder(folder.resolve("data/mails"));
    }

    /** Ends it as Ctrl-C does, and holds the report of each node to having something looked at and nothing found. */
    void stopAndExpectNoFindings() throws IOException, InterruptedException {
        int nodes = urls().size();
        // not by the Process, which closes the program's standard streams too
        process.toHandle().destroy();
        assertThat(process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        try (Stream<Path> reports = Files.list(folder.resolve("reports"))) {
            assertThat(reports.toList()).hasSize(nodes).allSatisfy(this::expectNoFindings);
        }
        assertThat(text("stderr")).doesNotContain("ERROR");
    }

    private void expectNoFindings(Path file) throws IOException {
        JsonNode report = new ObjectMapper().readTree(file.toFile());
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
    }

    @Override
    public void close() {
        List<ProcessHandle> others = others();
        process.destroyForcibly().onExit().join();
        others.forEach(ProcessHandle::destroyForcibly);
    }
}
