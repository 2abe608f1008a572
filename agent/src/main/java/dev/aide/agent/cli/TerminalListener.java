package dev.aide.agent.cli;

import dev.aide.agent.scan.ScanListener;
import java.io.PrintWriter;

/** Tells of problems, a line each, and, to a person at a terminal, how far a long scan is. Safe for use by any thread. */
final class TerminalListener implements ScanListener {
    private static final long INTERVAL_NANOS = 100_000_000L;

    private final PrintWriter err;
    private final boolean showsProgress;
    private long nextNanos = System.nanoTime();
    /** How many characters stand on the line that is written over. */
    private int shown;

    TerminalListener(PrintWriter err, boolean showsProgress) {
        this.err = err;
        this.showsProgress = showsProgress;
    }

    @Override
    public synchronized void problem(String sentence) {
        end();
        err.println("aide: " + sentence);
    }

    @Override
    public synchronized void progress(int done, int all) {
        if (showsProgress && System.nanoTime() - nextNanos >= 0) {
            nextNanos = System.nanoTime() + INTERVAL_NANOS;
            String line = "aide: " + done + " of " + all + " classes";
            end();
            err.print(line);
            err.flush();
            shown = line.length();
        }
    }

    /** Takes the progress off the line. */
    synchronized void end() {
        if (shown > 0) {
            StringBuilder blank = new StringBuilder("\r");
            for (int i = 0; i < shown; i++) {
                blank.append(' ');
            }
            err.print(blank.append('\r'));
            err.flush();
            shown = 0;
        }
    }
}
