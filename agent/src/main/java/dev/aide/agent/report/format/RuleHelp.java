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
            case "types.field":
                return "Look at the method that writes: it stores a value that the field's generic type forbids, usually"
                        + " through a raw type or an unchecked cast.";
            case "nulls.argument":
                return "Look at the caller: it passes null where the declaration excludes it. Pass a value, or declare the"
                        + " parameter nullable if null has a meaning there.";
            case "nulls.return":
                return "Look at the method: it returns null where its declaration excludes it. Return a value or an empty"
                        + " one, or declare the result nullable and look at its callers.";
            case "arity.declared":
                return "Take one object with names for what belongs together, or split what the method does.";
            case "arity.varargs":
                return "Pass a collection instead of that many arguments, or in parts; aide.varargs.max is the limit.";
            case "docs.missing":
                return "Say in a comment what the method gives, what it needs and how it fails; or make it less visible.";
            case "docs.stale":
                return "Bring the comment's tags in line with the declaration.";
            case "convention.names":
                return "Compile with -parameters, or with -g.";
            case "convention.ambiguous":
                return "Give the parameters types of their own, or take one object; where everybody knows the order, name"
                        + " the pair in aide.convention.orders.";
            case "convention.raw":
                return "Give each generic type its arguments, or <?> where any will do.";
            case "convention.swapped":
                return "Compare the arguments of the call with the parameters' names, and put them in order.";
            case "throws.undeclared":
                return "Declare the exception, or handle it; whoever calls the method has no way to expect it.";
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
