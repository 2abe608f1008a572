package dev.aide.agent.cli;

import dev.aide.agent.baseline.BaselineEntry;
import dev.aide.agent.report.Report;
import dev.aide.agent.report.ReportedFinding;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares a baseline with another one, or with what runs found. */
@Command(
        name = "diff",
        header = "Says which lines a baseline lacks, and which it has too many.",
        description = {
            "",
            "  + a line that OLD lacks: a finding that is new",
            "  - a line that only OLD has: of reports that proves nothing yet, see \"prune\"",
            "",
            "The exit code is " + ExitCode.FINDINGS + " if there is a +; fewer findings never fail anything.",
            "",
            "  java -jar aide.jar baseline diff aide-baseline.txt target/aide",
            "  java -jar aide.jar baseline diff main/aide-baseline.txt aide-baseline.txt"
        })
final class BaselineDiffCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "OLD", description = "A baseline.")
    private String before;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "NEW",
            description = "Baselines, JSON reports, or folders of JSON reports.")
    private List<String> after;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws BrokenInput {
        Set<BaselineEntry> old = BaselineInput.read(before).entries();
        Set<BaselineEntry> now = entries();
        Set<BaselineEntry> either = new TreeSet<>(old);
        either.addAll(now);
        boolean hasNew = false;
        PrintWriter out = spec.commandLine().getOut();
        for (BaselineEntry entry : either) {
            if (!old.contains(entry)) {
                out.println("+ " + entry);
                hasNew = true;
            } else if (!now.contains(entry)) {
                out.println("- " + entry);
            }
        }
        return hasNew ? ExitCode.FINDINGS : ExitCode.FINE;
    }

    private Set<BaselineEntry> entries() throws BrokenInput {
        Set<BaselineEntry> entries = new TreeSet<>();
        List<Path> reports = new ArrayList<>();
        for (String path : after) {
            if (ReportInput.isReport(Paths.get(path))) {
                reports.add(Paths.get(path));
            } else {
                entries.addAll(BaselineInput.read(path).entries());
            }
        }
        for (Report report : ReportInput.read(reports)) {
            for (ReportedFinding finding : report.findings()) {
                entries.add(finding.kind().baselineEntry());
            }
        }
        return entries;
    }
}
