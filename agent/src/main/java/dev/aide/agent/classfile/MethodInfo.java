package dev.aide.agent.classfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A method's header (JVMS 4.6), and of its code only what debuggers are told; immutable. */
public final class MethodInfo {
    private static final int MANDATED = 0x8000;

    private final Bytes bytes;
    private final ConstantPool constants;
    private final int access;
    private final String name;
    private final String descriptor;
    private final AttributeTable attributes;
    private final int code;
    private final int parametersAttribute;

    MethodInfo(
            Bytes bytes,
            ConstantPool constants,
            int access,
            String name,
            String descriptor,
            AttributeTable attributes) {
        this.bytes = bytes;
        this.constants = constants;
        // before Java 5 there was an attribute for it instead of a flag (JVMS 4.7.8)
        this.access = attributes.has("Synthetic") ? access | ClassFile.SYNTHETIC : access;
        this.name = name;
        this.descriptor = descriptor;
        this.attributes = attributes;
        this.code = attributes.find("Code");
        this.parametersAttribute = attributes.find("MethodParameters");
    }

    public String name() {
        return name;
    }

    public String descriptor() {
        return descriptor;
    }

    /** Returns the name and the descriptor: what identifies the method in its class. */
    public String id() {
        return name + descriptor;
    }

    /** Returns the Signature attribute, or null. */
    public String signature() {
        return attributes.signature(bytes);
    }

    public boolean hasCode() {
        return code != AttributeTable.ABSENT;
    }

    /** Returns the length of the code in bytes; 0 where there is none. */
    public int codeLength() {
        return hasCode() ? bytes.u4(code + 4) : 0;
    }

    /** Steps over the code from its beginning. */
    public CodeScan scan() {
        return new CodeScan(bytes, code + 8, codeLength());
    }

    /** Returns the field or method that the instruction at hand names (JVMS 4.4.2). */
    public MemberRef member(CodeScan at) {
        return constants.member(at.operand());
    }

    /** Returns the access flags (JVMS 4.6). */
    public int access() {
        return access;
    }

    /** Returns the line of the source that its code begins at (LineNumberTable, JVMS 4.7.12); 0 where that is not known. */
    public int firstLine() {
        int at = hasCode() ? ofCode().find("LineNumberTable") : AttributeTable.ABSENT;
        int line = 0;
        int start = Integer.MAX_VALUE;
        for (int i = 0; at != AttributeTable.ABSENT && i < bytes.u2(at); i++) {
            int entry = at + 2 + 4 * i;
            if (bytes.u2(entry) < start) {
                start = bytes.u2(entry);
                line = bytes.u2(entry + 2);
            }
        }
        return line;
    }

    public boolean is(int flag) {
        return (access & flag) != 0;
    }

    public boolean isConstructor() {
        return name.equals("<init>");
    }

    /** Tells whether it is the body of a lambda, as javac names it. */
    public boolean isLambdaBody() {
        return is(ClassFile.SYNTHETIC) && name.startsWith("lambda$");
    }

    public List<Annotation> annotations() {
        return new Annotations(bytes, constants, attributes).declared();
    }

    /**
     * Returns the annotations of each parameter.
     *
     * @return as many lists as the class file speaks of parameters, which may be fewer than the descriptor has
     */
    public List<List<Annotation>> parameterAnnotations() {
        return new Annotations(bytes, constants, attributes).ofParameters();
    }

    public List<TypeAnnotation> typeAnnotations() {
        return new Annotations(bytes, constants, attributes).ofTypes();
    }

    /** Returns the classes that it declares to throw (Exceptions, JVMS 4.7.5). */
    public List<String> exceptions() {
        int at = attributes.find("Exceptions");
        List<String> names = new ArrayList<>();
        for (int i = 0; at != AttributeTable.ABSENT && i < bytes.u2(at); i++) {
            names.add(constants.className(bytes.u2(at + 2 + 2 * i)));
        }
        return names;
    }

    /**
     * Returns which parameters of the descriptor the compiler added, by MethodParameters (JVMS 4.7.24).
     *
     * @return one flag a parameter; null where the class file does not say
     */
    public boolean[] addedParameters() {
        if (parametersAttribute == AttributeTable.ABSENT) {
            return null;
        }
        boolean[] added = new boolean[bytes.u1(parametersAttribute)];
        for (int i = 0; i < added.length; i++) {
            added[i] = (bytes.u2(parametersAttribute + 3 + 4 * i) & (ClassFile.SYNTHETIC | MANDATED)) != 0;
        }
        return added;
    }

    /** Returns the names that MethodParameters or the LocalVariableTable give, by the slot of each parameter. */
    public Map<Integer, String> namesBySlot(int[] slots) {
        Map<Integer, String> names = new HashMap<>();
        if (hasCode()) {
            readLocalNames(names);
        }
        if (parametersAttribute != AttributeTable.ABSENT) {
            int count = Math.min(bytes.u1(parametersAttribute), slots.length);
            for (int i = 0; i < count; i++) {
                int index = bytes.u2(parametersAttribute + 1 + 4 * i);
                if (index != 0) {
                    names.put(slots[i], constants.utf8(index));
                }
            }
        }
        return names;
    }

    /** Tells whether the class file has names of local variables in its code (LocalVariableTable, JVMS 4.7.13). */
    public boolean hasLocalVariables() {
        return hasCode() && ofCode().has("LocalVariableTable");
    }

    private void readLocalNames(Map<Integer, String> names) {
        int at = ofCode().find("LocalVariableTable");
        if (at == AttributeTable.ABSENT) {
            return;
        }
        for (int i = 0; i < bytes.u2(at); i++) {
            int entry = at + 2 + 10 * i;
            // parameters are those variables that live from the first instruction
            if (bytes.u2(entry) == 0) {
                names.put(bytes.u2(entry + 8), constants.utf8(bytes.u2(entry + 4)));
            }
        }
    }

    private AttributeTable ofCode() {
        int handlers = code + 8 + codeLength();
        return new AttributeTable(bytes, constants, handlers + 2 + 8 * bytes.u2(handlers));
    }
}
