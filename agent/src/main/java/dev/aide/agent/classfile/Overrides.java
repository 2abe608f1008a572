package dev.aide.agent.classfile;

import dev.aide.agent.type.JavaType;
import dev.aide.agent.type.MethodSignature;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The methods of a class that override or implement one of a supertype. */
public final class Overrides {
    private final ClassFile file;
    private final Surroundings surroundings;

    public Overrides(ClassFile file, Surroundings surroundings) {
        this.file = file;
        this.surroundings = surroundings;
    }

    /** Looks for the method in the hierarchy; where a supertype cannot be read, the method may be its. */
    public boolean include(MethodInfo method) {
        if (method.is(ClassFile.STATIC | ClassFile.PRIVATE) || method.isConstructor()) {
            return false;
        }
        if (hasBridge(method)) {
            return true;
        }
        String called = method.name() + parametersOf(method);
        Deque<String> open = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        addSupertypes(file, open);
        while (!open.isEmpty()) {
            String name = open.pop();
            if (!seen.add(name)) {
                continue;
            }
            if (name.equals("java/lang/Object")) {
                if (isOfObject(called)) {
                    return true;
                }
                continue;
            }
            ClassFile supertype = surroundings.find(name);
            if (supertype == null || declares(supertype, called)) {
                return true;
            }
            addSupertypes(supertype, open);
        }
        return false;
    }

    /**
     * Returns the methods of supertypes that a method overrides or implements, the nearest first. A supertype that cannot be
     * read is left out; the surroundings are lacking then.
     */
    public List<Overridden> of(MethodInfo method) {
        List<Overridden> overridden = new ArrayList<>();
        if (method.is(ClassFile.STATIC | ClassFile.PRIVATE) || method.isConstructor()) {
            return overridden;
        }
        Deque<String> open = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        queueSupertypes(file, open);
        while (!open.isEmpty()) {
            String name = open.remove();
            ClassFile supertype = seen.add(name) ? surroundings.find(name) : null;
            if (supertype != null) {
                for (MethodInfo above : supertype.methods()) {
                    if (isOverridden(above, method)) {
                        overridden.add(new Overridden(supertype, above));
                    }
                }
                queueSupertypes(supertype, open);
            }
        }
        return overridden;
    }

    /** A type variable up there may be any type down here. */
    private static boolean isOverridden(MethodInfo above, MethodInfo method) {
        if (!above.name().equals(method.name())
                || above.is(ClassFile.STATIC | ClassFile.PRIVATE | ClassFile.SYNTHETIC)) {
            return false;
        }
        List<JavaType> erased = MethodSignature.parse(method.descriptor()).parameters();
        List<JavaType> declared = MethodSignature.parse(
                        above.signature() == null ? above.descriptor() : above.signature())
                .parameters();
        boolean agrees = erased.size() == declared.size();
        for (int i = 0; agrees && i < erased.size(); i++) {
            agrees = declared.get(i).agreesWith(erased.get(i));
        }
        return agrees;
    }

    /** An interface names Object as its superclass, and overrides nothing of it. */
    private static void queueSupertypes(ClassFile type, Deque<String> open) {
        if (!type.superName().isEmpty() && !type.is(ClassFile.INTERFACE)) {
            open.add(type.superName());
        }
        open.addAll(type.interfaces());
    }

    /** A method that overrides one with other erased types has a bridge beside it. */
    private boolean hasBridge(MethodInfo method) {
        List<JavaType> parameters = MethodSignature.parse(method.descriptor()).parameters();
        for (MethodInfo other : file.methods()) {
            if (other.is(ClassFile.BRIDGE)
                    && other.name().equals(method.name())
                    && MethodSignature.parse(other.descriptor()).parameters().size() == parameters.size()) {
                return true;
            }
        }
        return false;
    }

    /** Object is known without reading it, and is the only supertype of most. */
    private static boolean isOfObject(String called) {
        return called.equals("equals(Ljava/lang/Object;)")
                || called.equals("hashCode()")
                || called.equals("toString()")
                || called.equals("clone()")
                || called.equals("finalize()");
    }

    private static boolean declares(ClassFile supertype, String called) {
        for (MethodInfo method : supertype.methods()) {
            if (!method.is(ClassFile.STATIC | ClassFile.PRIVATE)
                    && (method.name() + parametersOf(method)).equals(called)) {
                return true;
            }
        }
        return false;
    }

    private static void addSupertypes(ClassFile type, Deque<String> open) {
        if (!type.superName().isEmpty()) {
            open.push(type.superName());
        }
        for (String each : type.interfaces()) {
            open.push(each);
        }
    }

    /** A method of a supertype, with the type that declares it; immutable. */
    public static final class Overridden {
        private final ClassFile type;
        private final MethodInfo method;

        Overridden(ClassFile type, MethodInfo method) {
            this.type = type;
            this.method = method;
        }

        public ClassFile type() {
            return type;
        }

        public MethodInfo method() {
            return method;
        }
    }

    private static String parametersOf(MethodInfo method) {
        return method.descriptor().substring(0, method.descriptor().indexOf(')') + 1);
    }
}
