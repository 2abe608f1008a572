package dev.aide.agent.scan;

import dev.aide.agent.baseline.Baseline;
import dev.aide.agent.config.Level;
import dev.aide.agent.config.Settings;
import dev.aide.agent.report.BaselineResult;
import dev.aide.agent.report.CoverageFigures;
import dev.aide.agent.report.CoverageFigures.Figure;
import dev.aide.agent.report.JvmRun;
import dev.aide.agent.report.Kind;
import dev.aide.agent.report.Report;
import dev.aide.agent.report.ReportedFinding;
import dev.aide.agent.report.ThisJvm;
import dev.aide.agent.rule.Judgement;
import dev.aide.agent.rule.SourcePlace;
import dev.aide.agent.rule.StaticFinding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Collects what a scan finds, each finding once, and makes the report of it. Safe for use by any thread. */
final class ScanFindings {
    private final Settings settings;
    /** Null where none is set. */
    private final Baseline baseline;

    private final Map<String, ReportedFinding> findings = new ConcurrentHashMap<>();
    private final AtomicInteger judged = new AtomicInteger();
    private final AtomicInteger notJudged = new AtomicInteger();
    private final AtomicInteger outOfScope = new AtomicInteger();
    private final long startMillis = System.currentTimeMillis();

    ScanFindings(Settings settings, Baseline baseline) {
        this.settings = settings;
        this.baseline = baseline;
    }

    void isOutOfScope() {
        outOfScope.incrementAndGet();
    }

    void isNotJudged() {
        notJudged.incrementAndGet();
    }

    /** Notes a class whose findings were all taken. */
    void isJudged(Judgement judgement) {
        judged.incrementAndGet();
        if (baseline != null) {
            baseline.has(judgement.file());
            baseline.judged(judgement);
        }
    }

    /**
     * Takes a finding.
     *
     * @param source where it stands, or null
     */
    void add(StaticFinding finding, SourcePlace source) {
        Kind kind = Kind.of(finding).at(source);
        Level level = settings.levels().of(kind.rule().id(), kind.className().replace('.', '/'));
        boolean isKnown = baseline != null && baseline.knows(kind.baselineEntry());
        findings.putIfAbsent(
                kind.id(),
                new ReportedFinding(
                        kind,
                        level,
                        isKnown,
                        0,
                        ReportedFinding.NOT_COUNTED,
                        startMillis,
                        startMillis,
                        Collections.<StackTraceElement>emptyList()));
    }

    /**
     * Makes the report.
     *
     * @param program what was scanned, in words
     * @param problems what was not, and why, in sentences
     */
    Report report(String program, List<String> problems) {
        JvmRun run = new JvmRun(
                ThisJvm.process(),
                program,
                ThisJvm.java(),
                startMillis,
                settings.scope().describe(),
                settings.given(),
                new CoverageFigures(figures(), problems, Collections.<String>emptyList()));
        return new Report(
                ThisJvm.aideVersion(),
                System.currentTimeMillis(),
                Collections.singletonList(run),
                sorted(),
                0,
                baseline == null ? null : BaselineResult.of(baseline));
    }

    private Map<Figure, Long> figures() {
        Map<Figure, Long> figures = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            figures.put(figure, 0L);
        }
        // counted on request only, in a program that runs
        figures.remove(Figure.CALLS);
        figures.remove(Figure.ELEMENTS);
        figures.put(Figure.CLASSES_JUDGED, judged.longValue());
        figures.put(Figure.CLASSES_NOT_JUDGED, notJudged.longValue());
        figures.put(Figure.CLASSES_OUT_OF_SCOPE, outOfScope.longValue());
        return figures;
    }

    private List<ReportedFinding> sorted() {
        List<ReportedFinding> sorted = new ArrayList<>(findings.values());
        sorted.sort(Comparator.comparing(
                finding -> finding.kind().method() + finding.kind().id()));
        return sorted;
    }
}
