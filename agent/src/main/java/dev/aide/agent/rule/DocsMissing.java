package dev.aide.agent.rule;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.MethodInfo;
import dev.aide.agent.docs.Verdict;

/** {@code docs.missing}: a method says what it is for. Where no documentation is found at all, nothing is said unless asked. */
final class DocsMissing implements MethodRule {
    private final Documented documented;
    private final DocsOfClass docs;
    /** Null where overrides are left alone anyway. */
    private final InheritedDocs inherited;

    private final boolean reportsUnknown;

    DocsMissing(Documented documented, DocsOfClass docs, InheritedDocs inherited, boolean reportsUnknown) {
        this.documented = documented;
        this.docs = docs;
        this.inherited = inherited;
        this.reportsUnknown = reportsUnknown;
    }

    @Override
    public Rule rule() {
        return Rule.DOCS_MISSING;
    }

    @Override
    public boolean canTell(MethodView method) {
        return documented.isCertain()
                && (!documented.isExpected(method.method()) || verdict(method.method()) != Verdict.UNKNOWN);
    }

    @Override
    public StaticFinding judge(MethodView view) {
        MethodInfo method = view.method();
        Verdict verdict = documented.isExpected(method) ? verdict(method) : Verdict.DOCUMENTED;
        if (verdict == Verdict.MISSING) {
            boolean isOpen = method.is(ClassFile.PUBLIC | ClassFile.PROTECTED);
            return finding(view, "missing", "has no documentation" + (isOpen ? ", and others can call it" : ""));
        }
        if (verdict == Verdict.UNKNOWN && reportsUnknown && !isOfCompiler(method)) {
            return finding(
                    view,
                    "unknown",
                    "has no documentation that can be found: no source has it as it was compiled; put the -sources.jar of"
                            + " the same version beside its jar, or name sources by aide.docs.sources");
        }
        return null;
    }

    private StaticFinding finding(MethodView view, String found, String sentence) {
        return new StaticFinding(view, rule(), "documentation", found, sentence);
    }

    private Verdict verdict(MethodInfo method) {
        Verdict own = docs.of(method).verdict();
        if (own == Verdict.DOCUMENTED || inherited == null) {
            return own;
        }
        Verdict above = inherited.of(method);
        return own == Verdict.MISSING || above == Verdict.DOCUMENTED ? above : own;
    }

    /** A constructor that the source of its class does not have. */
    private boolean isOfCompiler(MethodInfo method) {
        return method.isConstructor() && docs.areKnown();
    }
}
