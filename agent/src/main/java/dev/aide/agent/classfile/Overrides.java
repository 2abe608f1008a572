package dev.aide.agent.classfile;

import dev.aide.agent.type.JavaType;
import dev.aide.agent.type.MethodSignature;
import java.util.ArrayDeque;
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

    private static String parametersOf(MethodInfo method) {
        return method.descriptor().substring(0, method.descriptor().indexOf(')') + 1);
    }
}
