package dev.aide.agent;

import dev.aide.agent.report.Console;
import dev.aide.agent.report.Reporter;
import dev.aide.agent.report.format.ReportFiles;
import java.io.IOException;

/**
 * What a run leaves on disk: reports, and the baseline where it is being recorded. Whatever fails is told and never
 * breaks the program. Safe for use by any thread.
 */
final class Output {
    private final Reporter reporter;
    private final ReportFiles files;
    private final Console console;

    /**
     * Prepares.
     *
     * @param files where reports go, or null
     */
    Output(Reporter reporter, ReportFiles files, Console console) {
        this.reporter = reporter;
        this.files = files;
        this.console = console;
    }

    /** Writes all as it stands now. */
    synchronized void write() {
        try {
            if (reporter.baseline() != null) {
                reporter.baseline().save();
            }
        } catch (IOException e) {
            console.print("aide: the baseline could not be recorded, its file is as it was: " + e);
        }
        try {
            if (files != null) {
                files.write(reporter.snapshot());
            }
        } catch (Throwable e) {
            console.print("aide: the report could not be written: " + e);
        }
    }
}
