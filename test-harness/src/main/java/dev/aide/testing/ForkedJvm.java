package dev.aide.testing;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A JVM to be started, with a program of its own:
 *
 * <pre>{@code
 * Outcome outcome = ForkedJvm.on(jdk)
 *         .agent(AgentJar.path())
 *         .property("aide.mode", "enforce")
 *         .classpath(classes)
 *         .main("com.acme.Main")
 *         .run();
 * }</pre>
 *
 * <p>The process gets this one's environment without the variables that would change a JVM or an agent unasked
 * ({@code JAVA_TOOL_OPTIONS}, {@code JDK_JAVA_OPTIONS}, {@code _JAVA_OPTIONS}, {@code CLASSPATH}, {@code AIDE_*}), and
 * a UTF-8 locale.
 *
 * <p>Immutable, each method returns a copy, and thread-safe: one instance may run many times, at once too.
 */
public final class ForkedJvm {
    private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(2);

    private final Jdk jdk;
    private final List<String> jvmOptions;
    private final List<String> program;
    private final Map<String, String> environment;
    private final Optional<Path> directory;
    private final Duration timeout;

    private ForkedJvm(
            Jdk jdk,
            List<String> jvmOptions,
            List<String> program,
            Map<String, String> environment,
            Optional<Path> directory,
            Duration timeout) {
        this.jdk = jdk;
        this.jvmOptions = List.copyOf(jvmOptions);
        this.program = List.copyOf(program);
        this.environment = Map.copyOf(environment);
        this.directory = directory;
        this.timeout = timeout;
    }

    /** Starts the description of a JVM, which as yet runs nothing. */
    public static ForkedJvm on(Jdk jdk) {
        return new ForkedJvm(
                requireNonNull(jdk, "jdk"), List.of(), List.of(), Map.of(), Optional.empty(), DEFAULT_TIMEOUT);
    }

    /** Adds {@code -javaagent:jar}; agents start in the order in which they were added. */
    public ForkedJvm agent(Path jar) {
        return jvmOption("-javaagent:" + jar);
    }

    /** Adds {@code -javaagent:jar=arguments}. */
    public ForkedJvm agent(Path jar, String arguments) {
        return jvmOption("-javaagent:" + jar + "=" + arguments);
    }

    /** Adds {@code -Dkey=value}. */
    public ForkedJvm property(String key, String value) {
        return jvmOption("-D" + key + "=" + value);
    }

    /** Adds options of the JVM itself, such as {@code -Xmx64m}. */
    public ForkedJvm jvmOption(String... options) {
        return new ForkedJvm(jdk, appended(jvmOptions, options), program, environment, directory, timeout);
    }

    /** Sets the class path, jars and folders. */
    public ForkedJvm classpath(Path... entries) {
        return jvmOption("-cp", Stream.of(entries).map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    }

    /** Runs the {@code main} of the named class. */
    public ForkedJvm main(String className) {
        return new ForkedJvm(jdk, jvmOptions, List.of(className), environment, directory, timeout);
    }

    /** Runs an executable jar. */
    public ForkedJvm jar(Path jar) {
        return new ForkedJvm(jdk, jvmOptions, List.of("-jar", jar.toString()), environment, directory, timeout);
    }

    /** Adds arguments for the program, after {@link #main} or {@link #jar}. */
    public ForkedJvm args(String... arguments) {
        return new ForkedJvm(jdk, jvmOptions, appended(program, arguments), environment, directory, timeout);
    }

    /** Sets a variable of the process's environment. */
    public ForkedJvm environment(String name, String value) {
        Map<String, String> changed = new TreeMap<>(environment);
        changed.put(name, value);
        return new ForkedJvm(jdk, jvmOptions, program, changed, directory, timeout);
    }

    /** Sets the working directory; by default it is this process's. */
    public ForkedJvm directory(Path path) {
        return new ForkedJvm(jdk, jvmOptions, program, environment, Optional.of(path), timeout);
    }

    /** Sets how long the process may take; by default two minutes. */
    public ForkedJvm timeout(Duration longest) {
        return new ForkedJvm(jdk, jvmOptions, program, environment, directory, longest);
    }

    /** Returns what {@link #run} starts. */
    public List<String> command() {
        return Stream.of(List.of(jdk.java().toString()), jvmOptions, program)
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Runs it to its end.
     *
     * @throws ForkTimeoutException if it takes longer than the timeout; it and its children are destroyed then
     * @throws UncheckedIOException if it cannot be started
     */
    public Outcome run() {
        try {
            // files, not pipes: nothing to drain, so that nothing can block
            Path folder = Files.createTempDirectory("forked-jvm");
            try {
                return run(folder.resolve("stdout"), folder.resolve("stderr"));
            } finally {
                Files.deleteIfExists(folder.resolve("stdout"));
                Files.deleteIfExists(folder.resolve("stderr"));
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + String.join(" ", command()), e);
        }
    }

    private Outcome run(Path stdout, Path stderr) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command()).redirectOutput(stdout.toFile()).redirectError(stderr.toFile());
        directory.ifPresent(path -> builder.directory(path.toFile()));
        clean(builder.environment());
        builder.environment().putAll(environment);

        long start = System.nanoTime();
        Process process = builder.start();
        try {
            // the program finds nothing to read, instead of waiting for it
            process.getOutputStream().close();
            boolean ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
            Duration duration = Duration.ofNanos(System.nanoTime() - start);
            if (!ended) {
                throw new ForkTimeoutException("Not ended after " + duration.toMillis() + " ms: "
                        + String.join(" ", command()) + "\n--- stdout\n" + text(stdout) + "--- stderr\n"
                        + text(stderr));
            }
            return new Outcome(command(), process.exitValue(), text(stdout), text(stderr), duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + String.join(" ", command()), e);
        } finally {
            destroy(process);
        }
    }

    private static void clean(Map<String, String> variables) {
        variables.keySet().removeIf(name -> name.startsWith("AIDE_"));
        variables.keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH"));
        variables.put("LC_ALL", "C.UTF-8");
    }

    private static void destroy(Process process) {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().onExit().join();
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private static List<String> appended(List<String> list, String... more) {
        List<String> all = new ArrayList<>(list);
        all.addAll(List.of(more));
        return all;
    }
}
