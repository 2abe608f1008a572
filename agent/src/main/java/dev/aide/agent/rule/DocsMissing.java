package dev.aide.agent.rule;

import dev.aide.agent.docs.Verdict;

/** {@code docs.missing}: what others can call says what it does. Where no documentation is found at all, nothing is said. */
final class DocsMissing implements MethodRule {
    private final Documented documented;
    private final DocsOfClass docs;

    DocsMissing(Documented documented, DocsOfClass docs) {
        this.documented = documented;
        this.docs = docs;
    }

    @Override
    public Rule rule() {
        return Rule.DOCS_MISSING;
    }

    @Override
    public StaticFinding judge(MethodView method) {
        return documented.isExpected(method.method()) && docs.of(method).verdict() == Verdict.MISSING
                ? new StaticFinding(
                        method, rule(), "documentation", "missing", "has no documentation, and others can call it")
                : null;
    }
}
