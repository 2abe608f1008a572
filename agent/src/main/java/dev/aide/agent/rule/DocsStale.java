package dev.aide.agent.rule;

import dev.aide.agent.classfile.Surroundings;
import dev.aide.agent.docs.DeclaredMethod;
import dev.aide.agent.docs.MethodDoc;
import dev.aide.agent.docs.StaleTag;
import dev.aide.agent.docs.StaleTags;
import dev.aide.agent.docs.Verdict;
import java.util.ArrayList;
import java.util.List;

/** {@code docs.stale}: documentation that speaks of what is no longer there misleads more than none. */
final class DocsStale implements MethodRule {
    private final DocsOfClass docs;
    private final Surroundings surroundings;

    DocsStale(DocsOfClass docs, Surroundings surroundings) {
        this.docs = docs;
        this.surroundings = surroundings;
    }

    @Override
    public Rule rule() {
        return Rule.DOCS_STALE;
    }

    @Override
    public boolean canTell(MethodView method) {
        MethodDoc doc = docs.of(method.method());
        return doc.verdict() == Verdict.MISSING
                || (doc.verdict() == Verdict.DOCUMENTED && StaleTags.areKnown(doc, declared(method), surroundings));
    }

    @Override
    public StaticFinding judge(MethodView method) {
        MethodDoc doc = docs.of(method.method());
        if (doc.verdict() != Verdict.DOCUMENTED) {
            return null;
        }
        List<StaleTag> stale = StaleTags.find(doc, declared(method), surroundings);
        StringBuilder tags = new StringBuilder();
        StringBuilder words = new StringBuilder();
        for (StaleTag each : stale) {
            if (isSilenced(each, doc, method)) {
                continue;
            }
            tags.append(tags.length() == 0 ? "" : ", ").append(each.tag());
            words.append(words.length() == 0 ? "" : "; ").append(each);
        }
        return tags.length() == 0
                ? null
                : new StaticFinding(
                        method,
                        rule(),
                        "documentation",
                        tags.toString(),
                        "has documentation that is out of date: " + words);
    }

    /** Tells whether a tag stands where that of a silenced parameter is expected. */
    private boolean isSilenced(StaleTag stale, MethodDoc doc, MethodView method) {
        List<String> tags = doc.paramTags();
        for (int i = 0; i < tags.size() && i < method.parameters().size(); i++) {
            if (stale.isOf(tags.get(i)) && method.parameters().get(i).isSilenced(rule())) {
                return true;
            }
        }
        return false;
    }

    private static DeclaredMethod declared(MethodView method) {
        List<String> names = new ArrayList<>();
        for (MethodView.Parameter parameter : method.parameters()) {
            names.add(parameter.name());
        }
        return new DeclaredMethod(
                method.file().name(),
                method.method().descriptor(),
                method.method().signature(),
                names.contains("") ? null : names,
                method.method().exceptions());
    }
}
