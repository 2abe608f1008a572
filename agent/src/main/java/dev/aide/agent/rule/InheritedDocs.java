package dev.aide.agent.rule;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.MethodInfo;
import dev.aide.agent.classfile.Overrides;
import dev.aide.agent.classfile.Surroundings;
import dev.aide.agent.docs.Verdict;
import java.util.HashMap;
import java.util.Map;

/** What the methods of a class inherit of documentation from those that they override. For use by one thread. */
final class InheritedDocs {
    private final Surroundings surroundings;
    private final Overrides overrides;
    private final DocsOfClass own;
    private final Map<String, DocsOfClass> bySupertype = new HashMap<>();

    InheritedDocs(ClassFile file, Surroundings around, DocsOfClass own) {
        this.surroundings = around.afresh();
        this.overrides = new Overrides(file, surroundings);
        this.own = own;
    }

    /** Returns whether any of the overridden methods is documented; missing too where there is none. */
    Verdict of(MethodInfo method) {
        boolean isKnown = true;
        for (Overrides.Overridden above : overrides.of(method)) {
            Verdict verdict = docs(above.type()).of(above.method()).verdict();
            if (verdict == Verdict.DOCUMENTED) {
                return verdict;
            }
            isKnown &= verdict == Verdict.MISSING;
        }
        boolean mayOverrideMore =
                surroundings.isLacking() && !method.isConstructor() && !method.is(ClassFile.STATIC | ClassFile.PRIVATE);
        return isKnown && !mayOverrideMore ? Verdict.MISSING : Verdict.UNKNOWN;
    }

    private DocsOfClass docs(ClassFile supertype) {
        DocsOfClass docs = bySupertype.get(supertype.name());
        if (docs == null) {
            docs = own.ofSupertype(supertype);
            bySupertype.put(supertype.name(), docs);
        }
        return docs;
    }
}
