package dev.aide.store.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program in a process of its own, which says what it has done, line by line, and can be killed at any moment. */
final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;

    private Child(Process process) {
        this.process = process;
        this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static Child start(Class<?> main, String... arguments) {
        return startIn(Path.of("."), main, arguments);
    }

    static Child startIn(Path directory, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        try {
            return new Child(new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** The next line; null when the child has ended. */
    String line() {
        try {
            return lines.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All lines until the child ends. */
    List<String> lines() {
        return lines.lines().toList();
    }

    /** Up to so many lines, then {@code kill -9}, then what it had said until then. */
    List<String> killAfter(int count) {
        List<String> said = new ArrayList<>();
        String line = "";
        while (said.size() < count && line != null) {
            line = line();
            if (line != null) {
                said.add(line);
            }
        }
        // by its handle, which leaves the pipe open for what was said before
        process.toHandle().destroyForcibly();
        for (line = line(); line != null; line = line()) {
            said.add(line);
        }
        return said;
    }

    /** Tells the child to go on. */
    void endInput() throws IOException {
        process.getOutputStream().close();
    }

    /** Ends the child's input, which tells it to go on, and waits for it to end. */
    int finish() throws Exception {
        endInput();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("the child did not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
