package dev.aide.agent.rule;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.CodeScan;
import dev.aide.agent.classfile.MethodInfo;
import dev.aide.agent.classfile.Surroundings;

/** Which methods are expected to be documented: those that others can call, and that say more than their name. */
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
    private final boolean isOpen;

    Documented(ClassFile file, Surroundings surroundings) {
        this.file = file;
        this.isOpen = isOpen(file, surroundings, 0);
    }

    boolean isExpected(MethodInfo method) {
        return isOpen
                && (method.is(ClassFile.PUBLIC) || method.is(ClassFile.PROTECTED))
                && !isImplicitConstructor(method)
                && !isAccessor(method);
    }

    /** Tells whether a type can be named from everywhere, those around it included. */
    private static boolean isOpen(ClassFile file, Surroundings surroundings, int nesting) {
        if ((file.declaredAccess() & (ClassFile.PUBLIC | ClassFile.PROTECTED)) == 0 || file.isLocal()) {
            return false;
        }
        String enclosing = file.enclosingClass();
        if (enclosing.isEmpty()) {
            return true;
        }
        ClassFile outer = nesting > MOST_NESTED ? null : surroundings.find(enclosing);
        return outer != null && isOpen(outer, surroundings, nesting + 1);
    }

    private static boolean isImplicitConstructor(MethodInfo method) {
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
