package dev.aide.agent.report.format;

import dev.aide.agent.config.BadConfiguration;
import dev.aide.agent.config.ReportFile;
import dev.aide.agent.file.WholeFile;
import dev.aide.agent.report.Console;
import dev.aide.agent.report.Report;
import dev.aide.agent.report.ThisJvm;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * The files that {@code aide.report} names. What cannot be written is told once and never breaks the program. Safe for use
 * by any thread.
 */
public final class ReportFiles {
    private final List<Target> targets;
    private final Console console;

    private ReportFiles(List<Target> targets, Console console) {
        this.targets = targets;
        this.console = console;
    }

    /**
     * Prepares files, whose folders are made where they are not there.
     *
     * @throws BadConfiguration if a folder cannot be made or written to
     */
    public static ReportFiles open(List<ReportFile> files, Console console) throws BadConfiguration {
        List<Target> targets = new ArrayList<>();
        for (ReportFile file : files) {
            targets.add(target(file));
        }
        return new ReportFiles(targets, console);
    }

    /**
     * Writes a report to one file, whose folder is made where it is not there.
     *
     * @return the file
     * @throws BadConfiguration if the folder cannot be made or written to
     * @throws IOException if the file could not be written; what was there before is there still
     */
    public static File write(Report report, ReportFile file) throws BadConfiguration, IOException {
        Target target = target(file);
        write(report, target.file, target.format);
        return target.file;
    }

    private static Target target(ReportFile file) throws BadConfiguration {
        String process = file.namesProcess() ? ThisJvm.process() : "";
        String time = file.namesTime() ? Times.compact(System.currentTimeMillis()) : "";
        Target target = new Target(new File(file.path(process, time)).getAbsoluteFile(), file.format());
        File folder = target.file.getParentFile();
        if (!folder.isDirectory() && !folder.mkdirs() && !folder.isDirectory()) {
            throw new BadConfiguration(
                    file.origin() + ": the folder " + folder + " cannot be made; name a path that" + " can be written");
        }
        if (!folder.canWrite()) {
            throw new BadConfiguration(file.origin() + ": the folder " + folder + " is not writable; name a path that"
                    + " can be written");
        }
        return target;
    }

    /** Writes a report to a file in the format that the file's ending asks for. */
    public static void write(Report report, File file, ReportFile.Format format) throws IOException {
        WholeFile.write(file, new WholeFile.Content() {
            @Override
            public void writeTo(Writer out) throws IOException {
                of(format).write(report, out);
            }
        });
    }

    /** Writes a report to each file, and tells whether all could be written. */
    public synchronized boolean write(Report report) {
        boolean isWhole = true;
        for (Target target : targets) {
            try {
                write(report, target.file, target.format);
                target.hasFailed = false;
            } catch (IOException e) {
                if (!target.hasFailed) {
                    console.print("aide: " + target.file
                            + " could not be written, what was there before is there still: " + e);
                }
                target.hasFailed = true;
                isWhole = false;
            }
        }
        return isWhole;
    }

    private static ReportFormat of(ReportFile.Format format) {
        switch (format) {
            case HTML:
                return new HtmlFormat();
            case SARIF:
                return new SarifFormat();
            case JSON:
                return new JsonFormat();
            case JUNIT:
                return new JUnitFormat();
        }
        throw new AssertionError(format);
    }

    private static final class Target {
        final File file;
        final ReportFile.Format format;
        boolean hasFailed;

        Target(File file, ReportFile.Format format) {
            this.file = file;
            this.format = format;
        }
    }
}
