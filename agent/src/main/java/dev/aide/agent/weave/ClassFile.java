package dev.aide.agent.weave;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a class file says in its headers (JVMS 4.1), read in one pass without touching its code, so that a class that needs
 * no check costs no more than this. Immutable.
 *
 * <p>Offsets that lie outside the bytes end in an {@link IndexOutOfBoundsException}: such a class is left alone.
 */
final class ClassFile {
    static final int PRIVATE = 0x0002;
    static final int STATIC = 0x0008;
    static final int FINAL = 0x0010;
    static final int BRIDGE = 0x0040;
    static final int VARARGS = 0x0080;
    static final int ENUM = 0x4000;
    static final int SYNTHETIC = 0x1000;
    private static final int MANDATED = 0x8000;

    private final byte[] bytes;
    private final ConstantPool constants;
    private final int access;
    private final String name;
    private final String superName;
    private final List<Method> methods = new ArrayList<>();
    private String signature = "";
    private boolean isLocal;

    private ClassFile(byte[] bytes) {
        this.bytes = bytes;
        this.constants = new ConstantPool(bytes);
        int at = constants.end();
        this.access = u2(at);
        this.name = constants.className(u2(at + 2));
        this.superName = u2(at + 4) == 0 ? "" : constants.className(u2(at + 4));
        at += 8 + 2 * u2(at + 6);
        at = skipFields(at);
        at = readMethods(at);
        readAttributes(at);
    }

    static ClassFile read(byte[] bytes) {
        return new ClassFile(bytes);
    }

    /** Returns the major version without reading anything else. */
    static int majorVersion(byte[] bytes) {
        return ((bytes[6] & 0xff) << 8) | (bytes[7] & 0xff);
    }

    int majorVersion() {
        return majorVersion(bytes);
    }

    /** Returns the name as the class file has it, such as {@code com/acme/Order}. */
    String name() {
        return name;
    }

    String superName() {
        return superName;
    }

    boolean isFinal() {
        return (access & FINAL) != 0;
    }

    boolean isEnum() {
        return (access & ENUM) != 0;
    }

    /** Tells whether it is a local or an anonymous class (EnclosingMethod, JVMS 4.7.7). */
    boolean isLocal() {
        return isLocal;
    }

    /** Returns the Signature attribute, or an empty text. */
    String signature() {
        return signature;
    }

    List<Method> methods() {
        return methods;
    }

    /** Returns the classes whose methods are called as those of a class and not of an interface (JVMS 4.4.2). */
    List<String> calledClasses() {
        return constants.calledClasses();
    }

    private int skipFields(int start) {
        int at = start + 2;
        for (int i = u2(start); i > 0; i--) {
            at = skipAttributes(at + 6);
        }
        return at;
    }

    private int readMethods(int start) {
        int at = start + 2;
        for (int i = u2(start); i > 0; i--) {
            Method method = new Method(u2(at), utf8(u2(at + 2)), utf8(u2(at + 4)));
            methods.add(method);
            int attributes = u2(at + 6);
            at += 8;
            for (int j = 0; j < attributes; j++) {
                method.readAttribute(utf8(u2(at)), at + 6);
                at += 6 + u4(at + 2);
            }
        }
        return at;
    }

    private void readAttributes(int start) {
        int at = start + 2;
        for (int i = u2(start); i > 0; i--) {
            String attribute = utf8(u2(at));
            if (attribute.equals("Signature")) {
                signature = utf8(u2(at + 6));
            } else if (attribute.equals("EnclosingMethod")) {
                isLocal = true;
            }
            at += 6 + u4(at + 2);
        }
    }

    private int skipAttributes(int start) {
        int at = start + 2;
        for (int i = u2(start); i > 0; i--) {
            at += 6 + u4(at + 2);
        }
        return at;
    }

    private String utf8(int index) {
        return constants.utf8(index);
    }

    private int u2(int at) {
        return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
    }

    private int u4(int at) {
        return (u2(at) << 16) | u2(at + 2);
    }

    /** A method's header, and of its code only what debuggers are told; immutable once read. */
    final class Method {
        private final int access;
        private final String name;
        private final String descriptor;
        private String signature;
        private int code = -1;
        private int parametersAttribute = -1;

        private Method(int access, String name, String descriptor) {
            this.access = access;
            this.name = name;
            this.descriptor = descriptor;
        }

        String name() {
            return name;
        }

        String descriptor() {
            return descriptor;
        }

        /** Returns the Signature attribute, or null. */
        String signature() {
            return signature;
        }

        boolean hasCode() {
            return code >= 0;
        }

        boolean is(int flag) {
            return (access & flag) != 0;
        }

        boolean isConstructor() {
            return name.equals("<init>");
        }

        /** Tells whether it is the body of a lambda, as javac names it. */
        boolean isLambdaBody() {
            return is(SYNTHETIC) && name.startsWith("lambda$");
        }

        /**
         * Returns which parameters of the descriptor the compiler added, by MethodParameters (JVMS 4.7.24).
         *
         * @return one flag a parameter; null where the class file does not say
         */
        boolean[] addedParameters() {
            if (parametersAttribute < 0) {
                return null;
            }
            boolean[] added = new boolean[bytes[parametersAttribute] & 0xff];
            for (int i = 0; i < added.length; i++) {
                added[i] = (u2(parametersAttribute + 3 + 4 * i) & (SYNTHETIC | MANDATED)) != 0;
            }
            return added;
        }

        /** Returns the names that MethodParameters or the LocalVariableTable give, by the slot of each parameter. */
        Map<Integer, String> namesBySlot(int[] slots) {
            Map<Integer, String> names = new HashMap<>();
            if (code >= 0) {
                readLocalNames(names);
            }
            if (parametersAttribute >= 0) {
                int count = Math.min(bytes[parametersAttribute] & 0xff, slots.length);
                for (int i = 0; i < count; i++) {
                    int index = u2(parametersAttribute + 1 + 4 * i);
                    if (index != 0) {
                        names.put(slots[i], utf8(index));
                    }
                }
            }
            return names;
        }

        private void readLocalNames(Map<Integer, String> names) {
            int codeLength = u4(code + 4);
            int at = code + 8 + codeLength;
            at += 2 + 8 * u2(at);
            int attributes = u2(at);
            at += 2;
            for (int i = 0; i < attributes; i++) {
                if (utf8(u2(at)).equals("LocalVariableTable")) {
                    int entries = u2(at + 6);
                    for (int j = 0; j < entries; j++) {
                        int entry = at + 8 + 10 * j;
                        // parameters are those variables that live from the first instruction
                        if (u2(entry) == 0) {
                            names.put(u2(entry + 8), utf8(u2(entry + 4)));
                        }
                    }
                }
                at += 6 + u4(at + 2);
            }
        }

        private void readAttribute(String attribute, int at) {
            switch (attribute) {
                case "Code":
                    code = at;
                    break;
                case "Signature":
                    signature = utf8(u2(at));
                    break;
                case "MethodParameters":
                    parametersAttribute = at;
                    break;
                default:
            }
        }
    }
}
