package dev.aide.agent.rule;

import dev.aide.agent.classfile.Annotation;
import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.FieldInfo;
import dev.aide.agent.classfile.MethodInfo;
import dev.aide.agent.classfile.Surroundings;
import dev.aide.agent.type.JavaType;
import dev.aide.agent.type.MethodSignature;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The one list of methods whose shape nobody chose here: what compilers and generators made, what a supertype, the JVM or a
 * record's header prescribes.
 */
final class Exemptions {
    private final ClassFile file;
    private final Surroundings surroundings;
    private final boolean isGenerated;

    Exemptions(ClassFile file, Surroundings surroundings) {
        this.file = file;
        this.surroundings = surroundings;
        this.isGenerated = isGenerated(file.annotations());
    }

    boolean cover(MethodInfo method) {
        return isGenerated
                || method.is(ClassFile.SYNTHETIC | ClassFile.BRIDGE)
                || method.name().equals("<clinit>")
                || isOfEnumOrRecord(method)
                || isMain(method)
                || isGenerated(method.annotations())
                || isOverride(method);
    }

    private static boolean isGenerated(List<Annotation> annotations) {
        for (Annotation annotation : annotations) {
            if (annotation.simpleType().equals("Generated")) {
                return true;
            }
        }
        return false;
    }

    private boolean isOfEnumOrRecord(MethodInfo method) {
        if (file.isEnum() && method.is(ClassFile.STATIC)) {
            return method.id().startsWith("values()[") || method.id().startsWith("valueOf(Ljava/lang/String;)");
        }
        return file.isRecord() && method.isConstructor() && isCanonical(method);
    }

    /** A record's canonical constructor takes its fields in their order (JLS 8.10.4). */
    private boolean isCanonical(MethodInfo constructor) {
        StringBuilder fields = new StringBuilder("(");
        for (FieldInfo field : file.fields()) {
            if (!field.is(ClassFile.STATIC)) {
                fields.append(field.descriptor());
            }
        }
        return constructor.descriptor().contentEquals(fields.append(")V"));
    }

    private static boolean isMain(MethodInfo method) {
        return method.is(ClassFile.STATIC) && method.id().equals("main([Ljava/lang/String;)V");
    }

    /** Looks for the method in the hierarchy; where a supertype cannot be read, the method may be its. */
    private boolean isOverride(MethodInfo method) {
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
