package dev.aide.agent.weave;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.Language;
import dev.aide.agent.classfile.MethodInfo;
import dev.aide.agent.rule.Rule;
import dev.aide.agent.rule.Silenced;

/** What methods declare to throw, in the words of {@code throws.undeclared}. */
final class DeclaredThrows {
    private DeclaredThrows() {}

    /** Tells whether the rule speaks of a method; it cannot in other languages, which have no checked exceptions. */
    static boolean applyTo(ClassFile file, MethodInfo method) {
        return Language.of(file).hasCheckedExceptions()
                && !method.is(ClassFile.SYNTHETIC)
                && !method.name().equals("<clinit>")
                && !Silenced.by(method.annotations())
                        .within(Silenced.by(file.annotations()))
                        .covers(Rule.THROWS_UNDECLARED);
    }

    /** Returns the binary names of the declared exceptions, by commas. */
    static String of(MethodInfo method) {
        StringBuilder names = new StringBuilder();
        for (String name : method.exceptions()) {
            names.append(names.length() == 0 ? "" : ", ").append(name.replace('/', '.'));
        }
        return names.toString();
    }
}
