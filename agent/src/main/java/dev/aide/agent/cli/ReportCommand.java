package dev.aide.agent.cli;

import dev.aide.agent.config.BadConfiguration;
import dev.aide.agent.config.ReportFile;
import dev.aide.agent.report.Digest;
import dev.aide.agent.report.Report;
import dev.aide.agent.report.Reports;
import dev.aide.agent.report.format.ReportFiles;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes one report of many. */
@Command(
        name = "report",
        header = "Merges JSON reports, as of the many JVMs of a test run, into any format.",
        description = {
            "",
            "Counts and coverage add up, the first and the last time stay, and what is the same finding is one. Findings"
                    + " that a baseline knows do not count; of the others there is a digest, and the exit code is "
                    + ExitCode.FINDINGS + ".",
            "",
            "  java -jar aide.jar report target/aide -o aide.html,aide.sarif",
            "  java -jar aide.jar report target/aide --baseline aide-baseline.txt"
        })
final class ReportCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "REPORT",
            description =
                    "JSON reports, or folders of them. Under -Daide.report=target/aide/%%p.json each JVM writes one.")
    private List<Path> reports;

    @Option(
            names = {"-o", "--out"},
            split = ",",
            paramLabel = "FILES",
            hideParamSyntax = true,
            description = "Where to write: .html, .sarif, .json, .xml (JUnit); several with commas between.")
    private List<String> targets = new ArrayList<>();

    @Option(
            names = "--baseline",
            split = ",",
            paramLabel = "FILES",
            hideParamSyntax = true,
            description = "What is known, instead of the baseline that the programs were started with.")
    private List<String> baseline = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws BadConfiguration, BrokenInput {
        List<ReportFile> files = targets();
        List<Report> read = ReportInput.read(reports);
        Report report = Reports.merge(read);
        if (!baseline.isEmpty()) {
            report = Reports.against(report, baseline, BaselineInput.entries(baseline));
        }
        for (ReportFile file : files) {
            write(report, file);
        }
        Digest digest = Digest.of(report);
        print(read.size(), report, digest);
        return digest.isEmpty() ? ExitCode.FINE : ExitCode.FINDINGS;
    }

    private List<ReportFile> targets() throws BadConfiguration {
        List<ReportFile> files = new ArrayList<>();
        for (String target : targets) {
            ReportFile file = ReportFile.parse(target, "--out");
            if (file.namesProcess() || file.namesTime()) {
                throw new BadConfiguration("--out: '" + target
                        + "' has a %p or %t, which stand for one JVM's process and start; this report is of all JVMs");
            }
            files.add(file);
        }
        return files;
    }

    private static void write(Report report, ReportFile file) throws BrokenInput {
        String path = file.path("", "");
        try {
            ReportFiles.write(report, new File(path), file.format());
        } catch (IOException e) {
            throw new BrokenInput(path + " could not be written, what was there before is there still: " + e, e);
        }
    }

    private void print(int count, Report report, Digest digest) {
        PrintWriter out = spec.commandLine().getOut();
        int jvms = report.jvms().size();
        out.print("aide report  of " + count + (count == 1 ? " report, " : " reports, "));
        out.println(jvms + (jvms == 1 ? " JVM" : " JVMs"));
        if (report.baseline() != null) {
            out.println("  baseline    " + report.baseline().describe());
        }
        out.println(digest);
        if (!targets.isEmpty()) {
            out.println("  written     " + String.join(", ", targets));
        }
    }
}
