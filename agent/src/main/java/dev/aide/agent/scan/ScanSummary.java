package dev.aide.agent.scan;

import dev.aide.agent.config.Level;
import dev.aide.agent.config.Settings;
import dev.aide.agent.report.CoverageFigures.Figure;
import dev.aide.agent.report.JvmRun;
import dev.aide.agent.report.Kind;
import dev.aide.agent.report.Report;
import dev.aide.agent.report.ReportedFinding;
import dev.aide.agent.rule.Rule;
import dev.aide.agent.rule.SourcePlace;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A scan in words: each finding on a line, as compilers have them, then one screen of figures. Immutable. */
public final class ScanSummary {
    private static final Comparator<ReportedFinding> BY_PLACE = Comparator.comparing(ScanSummary::file)
            .thenComparing(ScanSummary::line)
            .thenComparing(finding -> finding.kind().method());

    private final Settings settings;
    private final Report report;
    private final List<ReportedFinding> unknown;
    private final int mostListed;

    /**
     * Takes what is to be said.
     *
     * @param mostListed how many findings get a line of their own
     */
    public ScanSummary(Settings settings, ScanResult result, int mostListed) {
        this.settings = settings;
        this.report = result.report();
        this.unknown = result.unknown(Level.WARN);
        this.mostListed = mostListed;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        unknown.stream().sorted(BY_PLACE).limit(mostListed).forEach(finding -> {
            Kind kind = finding.kind();
            text.append(place(finding)).append(": ").append(kind.rule().id());
            text.append(finding.level() == Level.ENFORCE ? " (enforced): " : ": ");
            text.append(kind.method()).append(' ').append(kind.words()).append('\n');
        });
        if (unknown.size() > mostListed) {
            text.append("and ").append(unknown.size() - mostListed);
            text.append(" more; a report has them all: -Daide.report=aide.html\n");
        }
        return text.append(unknown.isEmpty() ? "" : "\n").append(figures()).toString();
    }

    /** Returns the file and the line; without a source in the class file, the class. */
    private static String place(ReportedFinding finding) {
        Kind kind = finding.kind();
        return kind.source() == null ? kind.className() : kind.source().toString();
    }

    private static String file(ReportedFinding finding) {
        SourcePlace source = finding.kind().source();
        return source == null ? finding.kind().className() : source.path();
    }

    private static int line(ReportedFinding finding) {
        SourcePlace source = finding.kind().source();
        return source == null ? 0 : source.line();
    }

    private String figures() {
        JvmRun run = report.jvms().get(0);
        StringBuilder text = new StringBuilder("aide scan of ").append(run.program());
        text.append(" · ").append(settings.levels().describe());
        text.append(" · ").append(run.scope()).append('\n');
        text.append("  classes     judged ").append(report.total(Figure.CLASSES_JUDGED));
        text.append(" · out of scope ").append(report.total(Figure.CLASSES_OUT_OF_SCOPE));
        text.append(" · not judged ")
                .append(report.total(Figure.CLASSES_NOT_JUDGED))
                .append('\n');
        if (report.baseline() != null) {
            text.append("  baseline    ").append(report.baseline().describe()).append('\n');
        }
        text.append(report.baseline() == null ? "  found       " : "  new         ");
        text.append(unknown.size())
                .append(unknown.size() == 1 ? " finding" : " findings")
                .append('\n');
        byRule().forEach((rule, count) -> text.append("    ")
                .append(rule.id())
                .append("  ")
                .append(count)
                .append(": ")
                .append(rule.summary())
                .append('\n'));
        return text.toString();
    }

    private Map<Rule, Integer> byRule() {
        Map<Rule, Integer> counts = new EnumMap<>(Rule.class);
        for (ReportedFinding finding : unknown) {
            counts.merge(finding.kind().rule(), 1, Integer::sum);
        }
        return counts;
    }
}
