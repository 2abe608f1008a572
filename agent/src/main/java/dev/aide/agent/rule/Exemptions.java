package dev.aide.agent.rule;

import dev.aide.agent.classfile.Annotation;
import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.FieldInfo;
import dev.aide.agent.classfile.MethodInfo;
import dev.aide.agent.classfile.Overrides;
import dev.aide.agent.classfile.Surroundings;
import java.util.List;

/**
 * The one list of methods whose shape nobody chose here: what compilers and generators made, what a supertype, the JVM or a
 * record's header prescribes.
 */
final class Exemptions {
    private final ClassFile file;
    private final Overrides overrides;
    private final boolean isGenerated;

    Exemptions(ClassFile file, Surroundings surroundings) {
        this.file = file;
        this.overrides = new Overrides(file, surroundings);
        this.isGenerated = isGenerated(file.annotations());
    }

    boolean cover(MethodInfo method) {
        return isGenerated
                || method.is(ClassFile.SYNTHETIC | ClassFile.BRIDGE)
                || method.name().equals("<clinit>")
                || isOfEnumOrRecord(method)
                || isMain(method)
                || isGenerated(method.annotations())
                || overrides.include(method);
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
}
