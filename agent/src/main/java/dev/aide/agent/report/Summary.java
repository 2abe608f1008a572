package dev.aide.agent.report;

import dev.aide.agent.baseline.Baseline;
import dev.aide.agent.baseline.EntryState;
import dev.aide.agent.config.Settings;
import dev.aide.agent.rule.Rule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One screen for the end of a run: coverage, then the findings by rule, worst first. */
final class Summary {
    private static final int MOST_FINDINGS = 15;

    private final Settings settings;
    private final Coverage coverage;
    private final Ledger ledger;
    /** Null where none is set. */
    private final Baseline baseline;

    Summary(Settings settings, Coverage coverage, Ledger ledger, Baseline baseline) {
        this.settings = settings;
        this.coverage = coverage;
        this.ledger = ledger;
        this.baseline = baseline;
    }

    @Override
    public String toString() {
        List<Finding> findings = unknown(ledger.worstFirst());
        StringBuilder text = new StringBuilder("aide summary  ")
                .append(settings.levels().describe())
                .append(" · depth ")
                .append(settings.depth())
                .append(" · ")
                .append(settings.scope().describe())
                .append('\n');
        text.append(coverage.describe());
        if (coverage.holdsNothing()) {
            text.append("  WARNING     no class was in scope, so nothing was held;"
                    + " set aide.include to your packages, such as com.acme.**\n");
        }
        if (baseline != null) {
            appendBaseline(text);
        }
        int noted = noted(findings);
        int kinds = findings.size() - noted;
        text.append(baseline == null ? "  violations  " : "  new         ");
        text.append(total(findings)).append(" of ");
        text.append(kinds).append(kinds == 1 ? " kind" : " kinds");
        if (noted > 0) {
            text.append(", and ").append(noted);
            text.append(noted == 1 ? " finding" : " findings").append(" in class files");
        }
        if (ledger.dropped() > 0) {
            text.append(", and ").append(ledger.dropped()).append(" of kinds beyond the first ");
            text.append(Ledger.MOST_FINDINGS);
        }
        int shown = 0;
        for (Rule rule : Rule.values()) {
            shown += appendRule(text, rule, findings, MOST_FINDINGS / rulesIn(findings));
        }
        if (shown < findings.size()) {
            text.append("\n    and ").append(findings.size() - shown).append(" more kinds");
        }
        return text.toString();
    }

    private static List<Finding> unknown(List<Finding> findings) {
        List<Finding> unknown = new ArrayList<>();
        for (Finding finding : findings) {
            if (!finding.isKnown()) {
                unknown.add(finding);
            }
        }
        return unknown;
    }

    private void appendBaseline(StringBuilder text) {
        int seen = 0;
        int obsolete = 0;
        int stale = 0;
        List<EntryState> states = baseline.states();
        for (EntryState state : states) {
            seen += state.isSeen() ? 1 : 0;
            obsolete += state.isObsolete() ? 1 : 0;
            stale += state.isStale() ? 1 : 0;
        }
        text.append("  baseline    ").append(states.size()).append(states.size() == 1 ? " entry" : " entries");
        text.append(" · seen ").append(seen);
        if (baseline.records()) {
            text.append(" · recorded ").append(baseline.recorded());
        }
        if (obsolete > 0) {
            text.append(" · ")
                    .append(obsolete)
                    .append(obsolete == 1 ? " looks" : " look")
                    .append(" obsolete (ran ");
            text.append(settings.baselineProof()).append(" times without it)");
        }
        if (stale > 0) {
            text.append(" · ").append(stale).append(" stale (no such method)");
        }
        text.append('\n');
    }

    /** Returns how many rules share the screen. */
    private static int rulesIn(List<Finding> findings) {
        Set<Rule> rules = EnumSet.noneOf(Rule.class);
        for (Finding finding : findings) {
            rules.add(finding.kind().rule());
        }
        return Math.max(1, rules.size());
    }

    private static int appendRule(StringBuilder text, Rule rule, List<Finding> findings, int most) {
        int kinds = 0;
        long violations = 0;
        for (Finding finding : findings) {
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
        for (Finding finding : findings) {
            if (finding.kind().rule() == rule && shown < most) {
                append(text, finding);
                shown++;
            }
        }
        return shown;
    }

    private static void append(StringBuilder text, Finding finding) {
        text.append("\n      ");
        if (!finding.isNoted()) {
            text.append(finding.count()).append("×  ");
        }
        text.append(finding.kind().method());
        text.append("\n          ").append(finding.kind().words());
        if (!finding.isNoted()) {
            List<StackTraceElement> callers = finding.callers();
            text.append("\n          called from ").append(Text.caller(callers.isEmpty() ? null : callers.get(0)));
        }
    }

    /** Returns how many findings come from class files, without a call so far. */
    private static int noted(List<Finding> findings) {
        int noted = 0;
        for (Finding finding : findings) {
            noted += finding.isNoted() ? 1 : 0;
        }
        return noted;
    }

    private static long total(List<Finding> findings) {
        long total = 0;
        for (Finding finding : findings) {
            total += finding.count();
        }
        return total;
    }
}
