package dev.aide.agent;

import dev.aide.agent.report.Console;
import dev.aide.agent.report.Reporter;

/** Writes and sums up at the end of the JVM, however that comes about, unless it is killed or halted. */
final class AtExit extends Thread {
    private final Reporter reporter;
    private final Output output;
    private final Console console;

    /**
     * Prepares.
     *
     * @param output what is to be written, or null
     */
    AtExit(Reporter reporter, Output output, Console console) {
        super("aide-at-exit");
        this.reporter = reporter;
        this.output = output;
        this.console = console;
    }

    @Override
    public void run() {
        try {
            if (output != null) {
                output.write();
            }
        } finally {
            console.print(reporter.summary());
        }
    }
}
