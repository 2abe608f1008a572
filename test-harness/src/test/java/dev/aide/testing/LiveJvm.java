package dev.aide.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A forked JVM while it runs: to be spoken to, stopped and killed. Ends with the test. */
final class LiveJvm implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Process process;
    private final Path stdout;
    private final Path stderr;

    private LiveJvm(Process process, Path stdout, Path stderr) {
        this.process = process;
        this.stdout = stdout;
        this.stderr = stderr;
    }

    /** Starts what a description says, behind a command such as one that changes the user. */
    static LiveJvm start(ForkedJvm description, String... before) {
        try {
            Path folder = Files.createTempDirectory("live-jvm");
            Path stdout = folder.resolve("stdout");
            Path stderr = folder.resolve("stderr");
            List<String> command = new ArrayList<>(List.of(before));
            command.addAll(description.command());
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(stdout.toFile()).redirectError(stderr.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("AIDE_") || name.endsWith("JAVA_OPTIONS"));
            return new LiveJvm(builder.start(), stdout, stderr);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the program has printed a line. */
    LiveJvm awaitLine(String line) {
        await().atMost(LONGEST).until(() -> text(stdout).lines().anyMatch(line::equals) || !process.isAlive());
        if (!process.isAlive()) {
            throw new AssertionError("it ended with " + process.exitValue() + "\n" + text(stderr));
        }
        return this;
    }

    /** Returns the process id. */
    long process() {
        return process.pid();
    }

    /** Sends a line to its standard input. */
    void enter() {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends SIGTERM and returns the exit code. */
    int terminate() {
        // not by the Process, which closes the program's standard input too
        process.toHandle().destroy();
        return awaitExit();
    }

    /** Sends SIGKILL. */
    void kill() {
        process.toHandle().destroyForcibly();
        awaitExit();
    }

    int awaitExit() {
        try {
            if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("it does not end\n" + text(stderr));
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String stdout() {
        return text(stdout);
    }

    String stderr() {
        return text(stderr);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        Files.delete(stdout);
        Files.delete(stderr);
        Files.delete(stdout.getParent());
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
