package dev.aide.testing;

import java.time.Duration;
import java.util.List;

/**
 * How a forked JVM ended, and what it wrote.
 *
 * <p>Immutable and thread-safe.
 *
 * @param command  what was run
 * @param exitCode what it returned; 128 plus the signal's number if a signal ended it
 * @param stdout   all of its standard output, as UTF-8
 * @param stderr   all of its standard error, as UTF-8
 * @param duration from the start of the process to its end
 */
public record Outcome(List<String> command, int exitCode, String stdout, String stderr, Duration duration) {

    public Outcome {
        command = List.copyOf(command);
    }

    /**
     * Returns this outcome if the process ended with the given exit code.
     *
     * @throws AssertionError if not, with all that the process wrote
     */
    public Outcome expectExit(int expected) {
        if (exitCode != expected) {
            throw new AssertionError("exit code " + exitCode + ", expected " + expected + "\n" + this);
        }
        return this;
    }

    @Override
    public String toString() {
        return "exit code " + exitCode + " after " + duration.toMillis() + " ms\n" + "command: "
                + String.join(" ", command) + "\n--- stdout\n" + stdout + "--- stderr\n" + stderr;
    }
}
