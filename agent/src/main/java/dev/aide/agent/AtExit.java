package dev.aide.agent;

import dev.aide.agent.log.ProgramLog;
import dev.aide.agent.report.Console;
import dev.aide.agent.report.Reporter;
import dev.aide.agent.weave.BackgroundJudge;

/** Writes and sums up at the end of the JVM, however that comes about, unless it is killed or halted. */
final class AtExit extends Thread {
    /** How long the end of a program may wait for what needs no call to be judged. */
    private static final long JUDGING_MILLIS = 200;

    /** The same where something is written, which should be the same from run to run. */
    private static final long JUDGING_ALL_MILLIS = 60_000;

    private final BackgroundJudge judge;
    private final Reporter reporter;
    private final Output output;
    private final ProgramLog log;
    private final Console console;

    /**
     * Prepares.
     *
     * @param output what is to be written, or null
     * @param log where violations are told beside standard error, or null
     */
    AtExit(BackgroundJudge judge, Reporter reporter, Output output, ProgramLog log, Console console) {
        super("aide-at-exit");
        this.judge = judge;
        this.reporter = reporter;
        this.output = output;
        this.log = log;
        this.console = console;
    }

    @Override
    public void run() {
        if (log != null) {
            log.finish();
        }
        boolean writes = output != null;
        judge.finish(writes ? JUDGING_ALL_MILLIS : JUDGING_MILLIS, writes);
        try {
            if (output != null) {
                output.write();
            }
        } finally {
            console.print(reporter.summary());
        }
    }
}
