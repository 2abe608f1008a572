package dev.aide.agent.rule;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.Language;
import dev.aide.agent.classfile.MethodInfo;

/** {@code throws.undeclared}: an exception that leaves a method is unchecked (JLS 11.1.1), or one that the method declares. */
public final class ThrowsUndeclared {
    private ThrowsUndeclared() {}

    /** Tells whether it looks at a method; not so in languages without checked exceptions, nor where no source has a method. */
    public static boolean holds(ClassFile file, MethodInfo method) {
        return Language.of(file).hasCheckedExceptions()
                && !method.is(ClassFile.SYNTHETIC)
                && !method.name().equals("<clinit>")
                && !Silenced.by(method.annotations())
                        .within(Silenced.by(file.annotations()))
                        .covers(Rule.THROWS_UNDECLARED);
    }

    /** Returns the binary names of the exceptions that a method declares, by commas: what its site has to know. */
    public static String declared(MethodInfo method) {
        StringBuilder names = new StringBuilder();
        for (String name : method.exceptions()) {
            names.append(names.length() == 0 ? "" : ", ").append(name.replace('/', '.'));
        }
        return names.toString();
    }

    /**
     * Tells whether an exception breaks the rule. Looks by name, up from the exception's own class, which is loaded: so
     * nothing else has to be.
     *
     * @param declared what {@link #declared(MethodInfo)} gave
     */
    public static boolean isBrokenBy(Object thrown, String declared) {
        if (thrown instanceof RuntimeException || thrown instanceof Error) {
            return false;
        }
        String all = ", " + declared + ",";
        for (Class<?> type = thrown.getClass(); type != Object.class; type = type.getSuperclass()) {
            if (all.contains(", " + type.getName() + ",")) {
                return false;
            }
        }
        return true;
    }
}
