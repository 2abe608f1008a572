package dev.aide.agent.docs;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.Surroundings;
import java.util.ArrayList;
import java.util.List;

/** Finds the exceptions that {@code @throws} names, and whether a method declares anything of the kind. */
final class ThrownTypes {
    private static final String THROWABLE = "java/lang/Throwable";
    private static final int DEEPEST = 100;

    private final DeclaredMethod method;
    private final Surroundings surroundings;

    ThrownTypes(DeclaredMethod method, Surroundings surroundings) {
        this.method = method;
        this.surroundings = surroundings;
    }

    /** True only if the class is found, is a checked exception, and is no kin of any that the method declares. */
    boolean isNeverDeclared(String written) {
        for (String candidate : candidates(written)) {
            List<String> classes = classes(candidate);
            if (classes.contains(THROWABLE)) {
                return isChecked(classes) && !isDeclared(written, classes);
            }
        }
        return false;
    }

    /** Tells whether the name is one of an exception that is found, and so are the superclasses of all that are declared. */
    boolean isFound(String written) {
        for (String declared : method.exceptions()) {
            if (!classes(declared).contains(THROWABLE)) {
                return false;
            }
        }
        for (String candidate : candidates(written)) {
            if (classes(candidate).contains(THROWABLE)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isChecked(List<String> classes) {
        return !classes.contains("java/lang/RuntimeException") && !classes.contains("java/lang/Error");
    }

    /** A superclass or a subclass of what is declared counts, and so does a namesake. */
    private boolean isDeclared(String written, List<String> classes) {
        for (String declared : method.exceptions()) {
            List<String> declaredClasses = classes(declared);
            if (!declaredClasses.contains(THROWABLE)
                    || classes.contains(declared)
                    || declaredClasses.contains(classes.get(0))
                    || simpleName(declared).equals(simpleName(written))) {
                return true;
            }
        }
        return false;
    }

    /** Returns a class with its superclasses, as far as they are found. */
    private List<String> classes(String internalName) {
        List<String> classes = new ArrayList<>();
        String next = internalName;
        while (next != null && classes.size() < DEEPEST) {
            classes.add(next);
            ClassFile file = surroundings.find(next);
            next = file == null || file.superName().isEmpty() ? null : file.superName();
        }
        return classes;
    }

    /** What a name can mean, as the compiler looks it up: nested, qualified, in the package, in java.lang. */
    private List<String> candidates(String written) {
        List<String> candidates = new ArrayList<>();
        String nested = written.replace('.', '$');
        String owner = method.owner();
        for (int end = owner.length(); end > owner.lastIndexOf('/') + 1; end = owner.lastIndexOf('$', end - 1)) {
            candidates.add(owner.substring(0, end) + '$' + nested);
        }
        String path = written.replace('.', '/');
        for (int dot = path.length(); dot > 0; dot = path.lastIndexOf('/', dot - 1)) {
            candidates.add(path.substring(0, dot) + path.substring(dot).replace('/', '$'));
        }
        candidates.add(owner.substring(0, owner.lastIndexOf('/') + 1) + nested);
        candidates.add("java/lang/" + nested);
        return candidates;
    }

    private static String simpleName(String name) {
        return name.substring(
                Math.max(name.lastIndexOf('/'), Math.max(name.lastIndexOf('$'), name.lastIndexOf('.'))) + 1);
    }
}
