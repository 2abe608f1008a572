package dev.aide.agent.jmx;

import dev.aide.agent.report.ReportedFinding;
import java.util.Locale;

/** A kind of findings as JMX shows it; immutable. */
public final class TopFinding {
    private final ReportedFinding finding;

    TopFinding(ReportedFinding finding) {
        this.finding = finding;
    }

    /** Returns the id that reports and thrown violations have for it. */
    public String getId() {
        return finding.kind().id();
    }

    public String getRule() {
        return finding.kind().rule().id();
    }

    public String getMethod() {
        return finding.kind().method();
    }

    /** Returns what is wrong, in words. */
    public String getDescription() {
        return finding.kind().words();
    }

    /** Returns warn or enforce. */
    public String getLevel() {
        return finding.level().name().toLowerCase(Locale.ROOT);
    }

    /** Tells whether the baseline lists it. */
    public boolean isKnown() {
        return finding.isKnown();
    }

    public long getCount() {
        return finding.count();
    }

    /** Returns when it happened first, in milliseconds since 1970. */
    public long getFirstMillis() {
        return finding.firstMillis();
    }

    /** Returns when it happened last, in milliseconds since 1970, to about a second. */
    public long getLastMillis() {
        return finding.lastMillis();
    }
}
