package dev.aide.agent.rule;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.CodeScan;
import dev.aide.agent.classfile.MethodInfo;
import dev.aide.agent.classfile.Surroundings;
import dev.aide.agent.config.DocsExemption;
import dev.aide.agent.config.DocsVisibility;
import java.util.Set;

/** Which methods are expected to be documented: those that are seen from far enough, and say more than their name. */
final class Documented {
    private static final int MOST_NESTED = 64;
    private static final int GETFIELD = 0xb4;
    private static final int GETSTATIC = 0xb2;
    private static final int PUTFIELD = 0xb5;
    private static final int PUTSTATIC = 0xb3;
    /** The longest accessor that only writes one field: load this, load the value (wide), put, return. */
    private static final int LONGEST_ACCESSOR = 9;
    /** The code of a constructor that calls its superclass's and nothing else. */
    private static final int EMPTY_CONSTRUCTOR = 5;

    private final ClassFile file;
    private final DocsVisibility least;
    private final Set<DocsExemption> exempt;
    private final boolean isSeen;
    private final boolean isCertain;

    /**
     * Prepares for the methods of a class.
     *
     * @param least from which visibility on documentation is expected
     */
    Documented(ClassFile file, Surroundings surroundings, DocsVisibility least, Set<DocsExemption> exempt) {
        this.file = file;
        this.least = least;
        this.exempt = exempt;
        Surroundings around = surroundings.afresh();
        this.isSeen = isSeen(file, around, 0);
        this.isCertain = !around.isLacking();
    }

    /** Tells whether all enclosing types were found. */
    boolean isCertain() {
        return isCertain;
    }

    boolean isExpected(MethodInfo method) {
        return isSeen
                && isSeen(method.access())
                && !(exempt.contains(DocsExemption.EMPTY_CONSTRUCTORS) && isEmptyConstructor(method))
                && !(exempt.contains(DocsExemption.ACCESSORS) && isAccessor(method));
    }

    /** Tells whether a type can be seen from far enough, those around it included. */
    private boolean isSeen(ClassFile file, Surroundings surroundings, int nesting) {
        if (!isSeen(file.declaredAccess()) || file.isLocal()) {
            return false;
        }
        String enclosing = file.enclosingClass();
        if (enclosing.isEmpty()) {
            return true;
        }
        ClassFile outer = nesting > MOST_NESTED ? null : surroundings.find(enclosing);
        return outer != null && isSeen(outer, surroundings, nesting + 1);
    }

    private boolean isSeen(int access) {
        DocsVisibility visibility = (access & ClassFile.PUBLIC) != 0
                ? DocsVisibility.PUBLIC
                : (access & ClassFile.PROTECTED) != 0
                        ? DocsVisibility.PROTECTED
                        : (access & ClassFile.PRIVATE) != 0 ? DocsVisibility.PRIVATE : DocsVisibility.PACKAGE;
        return visibility.compareTo(least) <= 0;
    }

    private static boolean isEmptyConstructor(MethodInfo method) {
        return method.id().equals("<init>()V") && method.codeLength() == EMPTY_CONSTRUCTOR;
    }

    /** {@code getName}, {@code isOpen}, {@code setName}, or a record's {@code name}, which only reads or writes a field. */
    private boolean isAccessor(MethodInfo method) {
        if (!hasAccessorName(method) || !method.hasCode() || method.codeLength() > LONGEST_ACCESSOR) {
            return false;
        }
        for (CodeScan code = method.scan(); code.advance(); ) {
            int opcode = code.opcode();
            if (opcode == GETFIELD || opcode == GETSTATIC || opcode == PUTFIELD || opcode == PUTSTATIC) {
                return true;
            }
        }
        return false;
    }

    private boolean hasAccessorName(MethodInfo method) {
        String name = method.name();
        return isPrefixed(name, "get")
                || isPrefixed(name, "is")
                || isPrefixed(name, "set")
                || (file.isRecord() && method.descriptor().startsWith("()"));
    }

    private static boolean isPrefixed(String name, String prefix) {
        return name.length() > prefix.length()
                && name.startsWith(prefix)
                && Character.isUpperCase(name.charAt(prefix.length()));
    }
}
