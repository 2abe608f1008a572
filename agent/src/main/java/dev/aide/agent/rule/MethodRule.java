package dev.aide.agent.rule;

/** A rule that judges a method by its class file alone, once. */
interface MethodRule extends StaticRule {
    /** Returns what is wrong with a method that no exemption covers; null where nothing is. */
    StaticFinding judge(MethodView method);
}
