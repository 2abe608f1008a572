package dev.aide.agent.report;

import dev.aide.agent.config.Settings;
import dev.aide.agent.rule.Rule;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One screen for the end of a run: coverage, then the findings by rule, worst first. */
final class Summary {
    private static final int MOST_FINDINGS = 15;

    private final Settings settings;
    private final Coverage coverage;
    private final Ledger ledger;

    Summary(Settings settings, Coverage coverage, Ledger ledger) {
        this.settings = settings;
        this.coverage = coverage;
        this.ledger = ledger;
    }

    @Override
    public String toString() {
        List<Finding> findings = ledger.worstFirst();
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
        int noted = noted(findings);
        int kinds = findings.size() - noted;
        text.append("  violations  ").append(total(findings)).append(" of ");
        text.append(kinds).append(kinds == 1 ? " kind" : " kinds");
        if (noted > 0) {
            text.append(", and ")
                    .append(noted)
                    .append(noted == 1 ? " finding" : " findings")
                    .append(" in class files");
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

    /** Returns how many rules share the screen. */
    private static int rulesIn(List<Finding> findings) {
        Set<Rule> rules = EnumSet.noneOf(Rule.class);
        for (Finding finding : findings) {
            rules.add(finding.rule());
        }
        return Math.max(1, rules.size());
    }

    private static int appendRule(StringBuilder text, Rule rule, List<Finding> findings, int most) {
        int kinds = 0;
        long violations = 0;
        for (Finding finding : findings) {
            if (finding.rule() == rule) {
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
            if (finding.rule() == rule && shown < most) {
                append(text, finding);
                shown++;
            }
        }
        return shown;
    }

    private static void append(StringBuilder text, Finding finding) {
        text.append("\n      ");
        if (finding.count() > 0) {
            text.append(finding.count()).append("×  ");
        }
        text.append(finding.method());
        text.append("\n          ").append(finding.words());
        if (finding.caller() != null) {
            text.append("\n          called from ").append(finding.caller());
        }
    }

    /** Returns how many findings come from class files, without a call so far. */
    private static int noted(List<Finding> findings) {
        int noted = 0;
        for (Finding finding : findings) {
            noted += finding.count() == 0 ? 1 : 0;
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
