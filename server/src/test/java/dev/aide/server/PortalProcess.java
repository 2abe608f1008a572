package dev.aide.server;

import static org.awaitility.Awaitility.await;

import com.acme.notes.NodePortal;
import com.acme.notes.NotesPortal;
import dev.aide.testing.AgentJar;
import dev.aide.testing.ForkedJvm;
import dev.aide.testing.Jdk;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A portal in a JVM of its own. */
final class PortalProcess implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final String LINE = "listening on ";

    private final Process process;
    private final Path out;
    private final Path err;

    private PortalProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts {@link NotesPortal} with the packaged agent and settings of aide's, and waits until it listens. */
    static PortalProcess start(Path folder, Map<String, String> settings) {
        ForkedJvm jvm = ForkedJvm.on(Jdk.running()).agent(AgentJar.path()).classpath(classPath());
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            jvm = jvm.property(setting.getKey(), setting.getValue());
        }
        return start(
                folder,
                jvm.main(NotesPortal.class.getName())
                        .args(folder.resolve("notes.db").toString()));
    }

    /** Starts a {@link NodePortal}, and waits until it listens. */
    static PortalProcess startNode(Path folder, String databaseUrl) {
        return startNode(folder, NodePortal.class, databaseUrl);
    }

    /** Starts a program that is a node, and waits until it listens. */
    static PortalProcess startNode(Path folder, Class<?> program, String... arguments) {
        return startOn(Jdk.running(), folder, program, arguments);
    }

    /** Starts a program on a JDK, and waits until it listens. */
    static PortalProcess startOn(Jdk jdk, Path folder, Class<?> program, String... arguments) {
        return start(
                folder,
                ForkedJvm.on(jdk)
                        .classpath(classPath())
                        .jvmOption("-XX:TieredStopAtLevel=1", "-Xmx256m")
                        .main(program.getName())
                        .args(arguments));
    }

    private static PortalProcess start(Path folder, ForkedJvm jvm) {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        try {
            Process process = new ProcessBuilder(jvm.command())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            PortalProcess portal = new PortalProcess(process, out, err);
            await().atMost(LONGEST).until(() -> portal.isListening() || !process.isAlive());
            if (!process.isAlive()) {
                throw new AssertionError("it ended with " + process.exitValue() + "\n" + portal.log());
            }
            return portal;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The class path of this JVM, also where it is written in the manifest of one jar. */
    private static Path[] classPath() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(path.split(File.pathSeparator)).map(Path::of).toArray(Path[]::new);
    }

    private boolean isListening() {
        return text(out).contains(LINE) && text(out).endsWith("\n");
    }

    /** Where it listens, as {@code http://localhost:1234}. */
    String url() {
        return text(out)
                .lines()
                .filter(line -> line.startsWith(LINE))
                .findFirst()
                .orElseThrow()
                .substring(LINE.length());
    }

    /** What it wrote to standard error, its log included. */
    String log() {
        return text(err);
    }

    /** Lets it end by itself, so that it writes its reports. */
    void end() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("it does not end\n" + log());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as {@code kill -9} does. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
