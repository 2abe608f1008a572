package dev.aide.server;

import static org.awaitility.Awaitility.await;

import dev.aide.testing.ForkedJvm;
import dev.aide.testing.Jdk;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** A {@link SocketNode} in a JVM of its own. */
final class NodeProcess implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final String LINE = "listening on ";

    private final Process process;
    private final Path out;

    private NodeProcess(Process process, Path out) {
        this.process = process;
        this.out = out;
    }

    /** Starts it; it takes a while until it listens. */
    static NodeProcess start(Path folder, String databaseUrl, Duration nodeTimeout) {
        Path[] classPath = Stream.of(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(File.pathSeparator))
                .map(Path::of)
                .toArray(Path[]::new);
        ForkedJvm jvm = ForkedJvm.on(Jdk.running())
                .classpath(classPath)
                .jvmOption("-Xmx256m")
                .main(SocketNode.class.getName())
                .args(databaseUrl, Long.toString(nodeTimeout.toSeconds()));
        try {
            Path out = Files.createTempFile(folder, "node", ".txt");
            return new NodeProcess(
                    new ProcessBuilder(jvm.command())
                            .redirectErrorStream(true)
                            .redirectOutput(out.toFile())
                            .start(),
                    out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens, when it does, as {@code http://localhost:1234}. */
    String url() {
        await().atMost(LONGEST).until(() -> log().lines().anyMatch(line -> line.startsWith(LINE)) || !process.isAlive());
        return log().lines()
                .filter(line -> line.startsWith(LINE))
                .findFirst()
                .orElseThrow(() -> new AssertionError("it has ended\n" + log()))
                .substring(LINE.length());
    }

    String log() {
        try {
            return Files.readString(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As kill -9 does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
