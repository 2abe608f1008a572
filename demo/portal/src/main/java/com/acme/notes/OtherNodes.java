package com.acme.notes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * More processes like this one, each on a free port of its own. They end when this one does, however that comes.
 *
 * <p>Safe for use by many threads.
 */
final class OtherNodes {
    private static final String PARENT = "notes.parent";
    private static final long LONGEST_STOP_SECONDS = 60;

    private final List<Process> processes;

    private OtherNodes(List<Process> processes) {
        this.processes = processes;
    }

    /** Starts so many; if this process is one of them, it ends with the one that has started it. */
    static OtherNodes start(int count) {
        String parent = System.getProperty(PARENT);
        if (parent != null) {
            ProcessHandle.of(Long.parseLong(parent)).ifPresentOrElse(OtherNodes::endWith, () -> System.exit(1));
        }
        List<Process> started = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            started.add(startOne());
        }
        return new OtherNodes(started);
    }

    private static void endWith(ProcessHandle parent) {
        var unused = parent.onExit().thenRun(() -> System.exit(0));
    }

    private static Process startOne() {
        try {
            return new ProcessBuilder(command()).inheritIO().start();
        } catch (IOException e) {
            throw new UncheckedIOException("another node can't be started", e);
        }
    }

    /** As this one was started, with the same options of the JVM; later ones go before earlier ones. */
    private static List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-Dnotes.nodes=1", "-Dnotes.port=0"));
        command.add("-D" + PARENT + "=" + ProcessHandle.current().pid());
        command.addAll(List.of("-cp", classPath(), Main.class.getName()));
        return command;
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    /** Asks them to end. */
    void stop() {
        processes.forEach(Process::destroy);
    }

    /** Waits for their end, and for too long a one no longer. */
    void await() {
        for (Process process : processes) {
            try {
                if (!process.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
