package dev.aide.agent.rule;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.docs.Verdict;

/** {@code docs.missing}: a method says what it is for. Where no documentation is found at all, nothing is said. */
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
    public boolean canTell(MethodView method) {
        return documented.isCertain()
                && (!documented.isExpected(method.method()) || docs.of(method).verdict() != Verdict.UNKNOWN);
    }

    @Override
    public StaticFinding judge(MethodView method) {
        if (!documented.isExpected(method.method()) || docs.of(method).verdict() != Verdict.MISSING) {
            return null;
        }
        boolean isOpen = method.method().is(ClassFile.PUBLIC | ClassFile.PROTECTED);
        return new StaticFinding(
                method,
                rule(),
                "documentation",
                "missing",
                "has no documentation" + (isOpen ? ", and others can call it" : ""));
    }
}
