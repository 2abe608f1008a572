package dev.aide.agent.scan;

import dev.aide.agent.config.Level;
import dev.aide.agent.report.Report;
import dev.aide.agent.report.ReportedFinding;
import java.util.List;
import java.util.stream.Collectors;

/** What came of a scan. Immutable; safe for use by any thread. */
public final class ScanResult {
    private final Report report;
    private final boolean isWhole;

    ScanResult(Report report, boolean isWhole) {
        this.report = report;
        this.isWhole = isWhole;
    }

    public Report report() {
        return report;
    }

    /** Tells whether all was read and written that was to be. */
    public boolean isWhole() {
        return isWhole;
    }

    /** Returns the findings that no baseline knows, of a level or above, by class and method. */
    public List<ReportedFinding> unknown(Level least) {
        return report.findings().stream()
                .filter(finding -> !finding.isKnown() && finding.level().compareTo(least) >= 0)
                .collect(Collectors.toList());
    }
}
