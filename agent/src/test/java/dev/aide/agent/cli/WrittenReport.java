package dev.aide.agent.cli;

import dev.aide.agent.baseline.EntryState;
import dev.aide.agent.config.Level;
import dev.aide.agent.config.ReportFile;
import dev.aide.agent.report.BaselineResult;
import dev.aide.agent.report.CoverageFigures;
import dev.aide.agent.report.JvmRun;
import dev.aide.agent.report.Kind;
import dev.aide.agent.report.Report;
import dev.aide.agent.report.ReportedFinding;
import dev.aide.agent.report.format.ReportFiles;
import dev.aide.agent.rule.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A JSON report of one JVM, as a program under the agent leaves it behind. */
final class WrittenReport {
    static final StackTraceElement CALLER = new StackTraceElement("com.acme.Main", "main", "Main.java", 9);

    private WrittenReport() {}

    /** Writes a report of findings, each of a method of com.acme.Orders that is called this often. */
    static Path to(Path file, BaselineResult baseline, Map<String, Integer> findings) throws IOException {
        List<ReportedFinding> reported = findings.entrySet().stream()
                .map(finding -> finding(finding.getKey(), finding.getValue()))
                .toList();
        JvmRun jvm =
                new JvmRun("1", "Main", "17", 0, "**", Map.of(), new CoverageFigures(Map.of(), List.of(), List.of()));
        Report report = new Report("1", 2_000, List.of(jvm), reported, 0, baseline);
        ReportFiles.write(report, file.toFile(), ReportFile.Format.JSON);
        return file;
    }

    /** Returns the line by which a baseline knows the finding of a method. */
    static String entry(String method) {
        return "types.argument com.acme.Orders#" + method + "(List) ids[] Integer";
    }

    /** Returns what a JVM that had these lines saw of them. */
    static BaselineResult baseline(EntryState... entries) {
        return new BaselineResult(List.of("old.txt"), 0, Stream.of(entries).toList());
    }

    private static ReportedFinding finding(String method, int count) {
        Kind kind = new Kind(
                Rule.TYPES_ARGUMENT,
                "com.acme.Orders",
                method + "(Ljava/util/List;)V",
                "com.acme.Orders." + method + "(List<Long> ids)",
                "ids[]",
                "java.lang.Integer",
                "java.lang.Long",
                "ids[] is java.lang.Integer, declared java.lang.Long");
        return new ReportedFinding(
                kind, Level.WARN, false, count, ReportedFinding.NOT_COUNTED, 1_000, 2_000, List.of(CALLER));
    }
}
