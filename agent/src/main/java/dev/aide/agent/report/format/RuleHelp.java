package dev.aide.agent.report.format;

import dev.aide.agent.report.Kind;
import dev.aide.agent.report.ReportedFinding;
import dev.aide.agent.rule.Rule;

/** What reports say of a rule and of a finding: how to fix it, and how to silence it. */
final class RuleHelp {
    private static final String FIX_ARGUMENT = "Look at the caller: it passes a value that the method's generic type"
            + " forbids, usually through a raw type or an unchecked cast. Put the right type into the container where it"
            + " is filled, or change the declaration if it says too much.";
    private static final String FIX_RETURN = "Look at the method: it returns a value that its own generic type forbids,"
            + " usually through a raw type or an unchecked cast. Convert the value before it is returned, or change the"
            + " declaration if it says too much.";

    private RuleHelp() {}

    static String fix(Rule rule) {
        switch (rule.id()) {
            case "types.argument":
                return FIX_ARGUMENT;
            case "types.return":
                return FIX_RETURN;
            default:
                return "The rule: " + rule.summary() + ". Change the method or its caller so that this holds.";
        }
    }

    /** Returns the option that switches a rule off for the class of a finding. */
    static String silencingOption(Kind kind) {
        return "-Daide.rule." + kind.rule().id() + "=" + kind.className() + "=off";
    }

    /** Returns one sentence on a finding. */
    static String sentence(ReportedFinding finding) {
        Kind kind = finding.kind();
        return kind.words() + ", in " + kind.method();
    }
}
