package dev.aide.agent.rule;

/** A rule that judges by class files alone, once. */
interface StaticRule {
    Rule rule();

    /**
     * Tells whether all was there that the rule had to know of a method. Where not, finding nothing does not say that
     * nothing is wrong.
     */
    default boolean canTell(MethodView method) {
        return true;
    }
}
