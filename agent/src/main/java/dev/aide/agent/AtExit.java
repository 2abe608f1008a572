package dev.aide.agent;

import dev.aide.agent.report.Console;
import dev.aide.agent.report.Reporter;
import dev.aide.agent.weave.BackgroundJudge;
import java.util.concurrent.atomic.AtomicReference;

/** Writes and sums up at the end of the JVM, however that comes about, unless it is killed or halted. */
final class AtExit extends Thread {
    /** Freed at the end, so that a program that died of a full heap can still be reported on. */
    private static final int RESERVED_BYTES = 1 << 20;

    /** How long the end of a program may wait for what needs no call to be judged. */
    private static final long JUDGING_MILLIS = 1_000;

    /** The same where something is written, which should be the same from run to run. */
    private static final long JUDGING_ALL_MILLIS = 60_000;

    private final BackgroundJudge judge;
    private final Reporter reporter;
    private final Output output;
    private final Console console;
    private final AtomicReference<byte[]> reserve = new AtomicReference<>();

    /**
     * Prepares.
     *
     * @param output what is to be written, or null
     */
    AtExit(BackgroundJudge judge, Reporter reporter, Output output, Console console) {
        super("aide-at-exit");
        this.judge = judge;
        this.reporter = reporter;
        this.output = output;
        this.console = console;
        this.reserve.set(output == null ? null : new byte[RESERVED_BYTES]);
    }

    @Override
    public void run() {
        reserve.set(null);
        judge.finish(output == null ? JUDGING_MILLIS : JUDGING_ALL_MILLIS);
        try {
            if (output != null) {
                output.write();
            }
        } finally {
            console.print(reporter.summary());
        }
    }
}
