package dev.aide.agent.report;

import dev.aide.agent.rule.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The findings that no baseline knows, for one screen: by rule, the most frequent first. Immutable. */
public final class Digest {
    private static final int MOST_FINDINGS = 15;

    private final List<ReportedFinding> findings;
    private final long dropped;
    private final boolean hasBaseline;

    Digest(List<ReportedFinding> findings, long dropped, boolean hasBaseline) {
        List<ReportedFinding> unknown = new ArrayList<>();
        for (ReportedFinding finding : findings) {
            if (!finding.isKnown()) {
                unknown.add(finding);
            }
        }
        this.findings = Collections.unmodifiableList(unknown);
        this.dropped = dropped;
        this.hasBaseline = hasBaseline;
    }

    public static Digest of(Report report) {
        return new Digest(report.findings(), report.dropped(), report.baseline() != null);
    }

    /** Tells whether there is nothing that the baseline does not know. */
    public boolean isEmpty() {
        return findings.isEmpty() && dropped == 0;
    }

    /** Returns one line that counts, and below it the findings; the last line has no end. */
    @Override
    public String toString() {
        int noted = noted();
        int kinds = findings.size() - noted;
        StringBuilder text = new StringBuilder(hasBaseline ? "  new         " : "  violations  ");
        text.append(total()).append(" of ");
        text.append(kinds).append(kinds == 1 ? " kind" : " kinds");
        if (noted > 0) {
            text.append(", and ").append(noted);
            text.append(noted == 1 ? " finding" : " findings").append(" in class files");
        }
        if (dropped > 0) {
            text.append(", and ").append(dropped).append(" of kinds beyond the first ");
            text.append(Ledger.MOST_FINDINGS);
        }
        int shown = 0;
        for (Rule rule : Rule.values()) {
            shown += appendRule(text, rule, MOST_FINDINGS / rules());
        }
        if (shown < findings.size()) {
            text.append("\n    and ").append(findings.size() - shown).append(" more kinds");
        }
        return text.toString();
    }

    /** Returns how many rules share the screen. */
    private int rules() {
        Set<Rule> rules = EnumSet.noneOf(Rule.class);
        for (ReportedFinding finding : findings) {
            rules.add(finding.kind().rule());
        }
        return Math.max(1, rules.size());
    }

    private int appendRule(StringBuilder text, Rule rule, int most) {
        int kinds = 0;
        long violations = 0;
        for (ReportedFinding finding : findings) {
            if (finding.kind().rule() == rule) {
                kinds++;
                violations += finding.count();
            }
        }
        if (kinds == 0) {
            return 0;
        }
        text.append("\n    ").append(rule.id()).append("  ");
        if (violations > 0) {
            text.append(violations).append(" of ");
        }
        text.append(kinds).append(kinds == 1 ? " kind: " : " kinds: ").append(rule.summary());
        int shown = 0;
        for (ReportedFinding finding : findings) {
            if (finding.kind().rule() == rule && shown < most) {
                append(text, finding);
                shown++;
            }
        }
        return shown;
    }

    private static void append(StringBuilder text, ReportedFinding finding) {
        text.append("\n      ");
        if (!finding.isNoted()) {
            text.append(finding.count()).append("×  ");
        } else if (finding.executions() != ReportedFinding.NOT_COUNTED) {
            text.append("ran ").append(finding.executions()).append("×  ");
        }
        text.append(finding.kind().method());
        text.append("\n          ").append(finding.kind().words());
        if (!finding.isNoted()) {
            List<StackTraceElement> callers = finding.callers();
            text.append("\n          called from ").append(Text.caller(callers.isEmpty() ? null : callers.get(0)));
        }
    }

    /** Returns how many findings come from class files, without a call so far. */
    private int noted() {
        int noted = 0;
        for (ReportedFinding finding : findings) {
            noted += finding.isNoted() ? 1 : 0;
        }
        return noted;
    }

    private long total() {
        long total = 0;
        for (ReportedFinding finding : findings) {
            total += finding.count();
        }
        return total;
    }
}
