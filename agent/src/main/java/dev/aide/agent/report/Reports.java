package dev.aide.agent.report;

import dev.aide.agent.baseline.BaselineEntry;
import dev.aide.agent.baseline.EntryState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Makes one report of many, such as those of all JVMs of a test run, and holds it to a baseline. */
public final class Reports {
    private Reports() {}

    /**
     * Merges reports: what is the same finding adds up, JVMs and baselines come together.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Report merge(List<Report> reports) {
        if (reports.isEmpty()) {
            throw new IllegalArgumentException("there is no report to merge");
        }
        List<JvmRun> jvms = new ArrayList<>();
        Map<String, ReportedFinding> findings = new LinkedHashMap<>();
        BaselineResult baseline = null;
        long dropped = 0;
        long made = 0;
        for (Report report : reports) {
            jvms.addAll(report.jvms());
            for (ReportedFinding finding : report.findings()) {
                String identity = finding.kind().identity();
                ReportedFinding same = findings.get(identity);
                findings.put(identity, same == null ? finding : same.and(finding));
            }
            dropped += report.dropped();
            made = Math.max(made, report.madeMillis());
            BaselineResult next = report.baseline();
            baseline = baseline == null ? next : next == null ? baseline : baseline.and(next);
        }
        return new Report(reports.get(0).version(), made, jvms, worstFirst(findings.values()), dropped, baseline);
    }

    /**
     * Returns a report with a baseline that its runs need not have had: what that lists is known, all else is new. What
     * runs that had it counted for its entries stays.
     *
     * @param files the paths of the baseline's files
     */
    public static Report against(Report report, List<String> files, Set<BaselineEntry> known) {
        Set<BaselineEntry> seen = new HashSet<>();
        List<ReportedFinding> findings = new ArrayList<>();
        for (ReportedFinding finding : report.findings()) {
            BaselineEntry entry = finding.kind().baselineEntry();
            seen.add(entry);
            findings.add(finding.known(known.contains(entry)));
        }
        Map<String, EntryState> counted = new HashMap<>();
        if (report.baseline() != null) {
            for (EntryState state : report.baseline().entries()) {
                counted.put(state.entry(), state);
            }
        }
        List<EntryState> states = new ArrayList<>();
        for (BaselineEntry entry : new TreeSet<>(known)) {
            EntryState state = counted.get(entry.toString());
            EntryState shown = state == null ? EntryState.uncounted(entry) : state;
            states.add(seen.contains(entry) ? shown.seen() : shown);
        }
        BaselineResult baseline = new BaselineResult(files, 0, states);
        return new Report(report.version(), report.madeMillis(), report.jvms(), findings, report.dropped(), baseline);
    }

    private static List<ReportedFinding> worstFirst(Collection<ReportedFinding> findings) {
        List<ReportedFinding> sorted = new ArrayList<>(findings);
        Collections.sort(sorted, ReportedFinding.WORST_FIRST);
        return sorted;
    }
}
