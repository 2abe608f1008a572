package dev.aide.agent.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes one report of many, such as those of all JVMs of a test run. */
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

    private static List<ReportedFinding> worstFirst(Collection<ReportedFinding> findings) {
        List<ReportedFinding> sorted = new ArrayList<>(findings);
        Collections.sort(sorted, new Comparator<ReportedFinding>() {
            @Override
            public int compare(ReportedFinding a, ReportedFinding b) {
                int byCount = Long.compare(b.count(), a.count());
                return byCount != 0
                        ? byCount
                        : a.kind().identity().compareTo(b.kind().identity());
            }
        });
        return sorted;
    }
}
