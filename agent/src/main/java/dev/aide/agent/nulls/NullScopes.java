package dev.aide.agent.nulls;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.MemberRef;
import dev.aide.agent.classfile.MethodInfo;
import dev.aide.agent.classfile.Surroundings;

/** Finds what holds for a class by itself, by the classes and methods around it, by its package and by its module. */
final class NullScopes {
    private static final int MOST_NESTED = 64;

    private final NullDefaults outermost;
    private final ModuleDefaults modules = new ModuleDefaults();

    /** Begins with what holds where nothing is said. */
    NullScopes(NullDefaults outermost) {
        this.outermost = outermost;
    }

    NullDefaults of(ClassFile file, Surroundings surroundings) {
        return of(file, surroundings, 0);
    }

    private NullDefaults of(ClassFile file, Surroundings surroundings, int nesting) {
        String enclosing = file.enclosingClass();
        ClassFile outer = enclosing.isEmpty() || nesting > MOST_NESTED ? null : surroundings.find(enclosing);
        NullDefaults around = outer == null
                ? ofPackage(file.name(), surroundings)
                : inEnclosingMethod(of(outer, surroundings, nesting + 1), file, outer, surroundings);
        return around.within(file.annotations(), surroundings);
    }

    private static NullDefaults inEnclosingMethod(
            NullDefaults inOuter, ClassFile file, ClassFile outer, Surroundings surroundings) {
        MemberRef enclosing = file.enclosingMethod();
        for (MethodInfo method : outer.methods()) {
            if (enclosing != null && method.id().equals(enclosing.name() + enclosing.descriptor())) {
                return inOuter.within(method.annotations(), surroundings);
            }
        }
        return inOuter;
    }

    /** Packages are not hierarchical: com.acme says nothing of com.acme.shop. */
    private NullDefaults ofPackage(String className, Surroundings surroundings) {
        NullDefaults ofModule = modules.of(surroundings, outermost);
        int end = className.lastIndexOf('/');
        ClassFile declaration = end < 0 ? null : surroundings.find(className.substring(0, end) + "/package-info");
        return declaration == null ? ofModule : ofModule.within(declaration.annotations(), surroundings);
    }
}
