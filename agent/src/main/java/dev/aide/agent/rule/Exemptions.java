package dev.aide.agent.rule;

import dev.aide.agent.classfile.Annotation;
import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.FieldInfo;
import dev.aide.agent.classfile.MethodInfo;
import dev.aide.agent.classfile.Overrides;
import dev.aide.agent.classfile.Surroundings;
import dev.aide.agent.config.DocsExemption;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The one list of methods whose shape nobody chose here: what compilers and generators made, what a supertype, the JVM or a
 * record's header prescribes.
 */
final class Exemptions {
    /** Holds for all rules but those of documentation, where settings choose. */
    private static final Set<DocsExemption> ALL = EnumSet.allOf(DocsExemption.class);

    private final ClassFile file;
    private final Surroundings surroundings;
    private final Overrides overrides;
    private final CompilerMade made;
    private final boolean isGenerated;
    private final Set<DocsExemption> ofDocs;

    /**
     * Prepares for the methods of a class.
     *
     * @param ofDocs what the rules of documentation leave alone
     */
    Exemptions(ClassFile file, Surroundings surroundings, Set<DocsExemption> ofDocs) {
        this.file = file;
        this.ofDocs = ofDocs;
        this.made = new CompilerMade(file);
        this.surroundings = surroundings.afresh();
        this.overrides = new Overrides(file, this.surroundings);
        this.isGenerated = isGenerated(file.annotations());
    }

    /** Tells whether a rule leaves a method alone. */
    boolean cover(MethodInfo method, Rule rule) {
        Set<DocsExemption> exempt = rule.isOfDocs() ? ofDocs : ALL;
        return made.includes(method)
                || (exempt.contains(DocsExemption.RECORDS) && isOfRecord(method))
                || (exempt.contains(DocsExemption.MAIN) && isMain(method))
                || (exempt.contains(DocsExemption.GENERATED) && (isGenerated || isGenerated(method.annotations())))
                || (exempt.contains(DocsExemption.OVERRIDES) && overrides.include(method));
    }

    /** Tells whether nothing was left alone only because a supertype was not found. */
    boolean areCertain() {
        return !surroundings.isLacking();
    }

    private static boolean isGenerated(List<Annotation> annotations) {
        for (Annotation annotation : annotations) {
            if (annotation.simpleType().equals("Generated")) {
                return true;
            }
        }
        return false;
    }

    private boolean isOfRecord(MethodInfo method) {
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
