package dev.aide.agent.report;

import dev.aide.agent.report.CoverageFigures.Figure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** All that aide knows of one JVM, or of many, at a moment. Immutable. */
public final class Report {
    private final String version;
    private final long madeMillis;
    private final List<JvmRun> jvms;
    private final List<ReportedFinding> findings;
    private final long dropped;
    private final BaselineResult baseline;

    /**
     * Takes what a report is made of.
     *
     * @param version aide's own
     * @param madeMillis when it was made, in milliseconds since 1970
     * @param findings the most frequent first
     * @param dropped how many violations were of kinds that had no place any more
     * @param baseline what was seen of the baseline, or null where none was set
     */
    public Report(
            String version,
            long madeMillis,
            List<JvmRun> jvms,
            List<ReportedFinding> findings,
            long dropped,
            BaselineResult baseline) {
        this.version = version;
        this.madeMillis = madeMillis;
        this.jvms = Collections.unmodifiableList(new ArrayList<>(jvms));
        this.findings = Collections.unmodifiableList(new ArrayList<>(findings));
        this.dropped = dropped;
        this.baseline = baseline;
    }

    public String version() {
        return version;
    }

    public long madeMillis() {
        return madeMillis;
    }

    public List<JvmRun> jvms() {
        return jvms;
    }

    /** Returns a figure of all JVMs together; 0 where it was not counted. */
    public long total(Figure figure) {
        long total = 0;
        for (JvmRun jvm : jvms) {
            Long inJvm = jvm.coverage().figures().get(figure);
            total += inJvm == null ? 0 : inJvm;
        }
        return total;
    }

    /** Tells whether class files were judged and no program ran. */
    public boolean isOfScan() {
        return total(Figure.CLASSES_JUDGED) > 0
                && total(Figure.CLASSES_WOVEN) + total(Figure.CLASSES_WITHOUT_NEED) == 0;
    }

    /** Returns the findings, the most frequent first. */
    public List<ReportedFinding> findings() {
        return findings;
    }

    /** Returns how many violations were of kinds that had no place any more. */
    public long dropped() {
        return dropped;
    }

    /** Returns what was seen of the baseline, or null where none was set. */
    public BaselineResult baseline() {
        return baseline;
    }
}
