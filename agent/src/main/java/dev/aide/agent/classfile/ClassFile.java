package dev.aide.agent.classfile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a class file says in its headers (JVMS 4.1), read in one pass without touching its code, so that a class that needs
 * no check costs no more than this. Immutable.
 *
 * <p>Offsets that lie outside the bytes end in an {@link IndexOutOfBoundsException}: such a class is left alone.
 */
public final class ClassFile {
    /** The newest class files that aide and the bundled ASM read: those of JDK 27. */
    public static final int NEWEST_VERSION = 71;

    public static final int PUBLIC = 0x0001;
    public static final int PRIVATE = 0x0002;
    public static final int PROTECTED = 0x0004;
    public static final int STATIC = 0x0008;
    public static final int FINAL = 0x0010;
    public static final int BRIDGE = 0x0040;
    public static final int VARARGS = 0x0080;
    public static final int INTERFACE = 0x0200;
    public static final int ABSTRACT = 0x0400;
    public static final int SYNTHETIC = 0x1000;
    public static final int ANNOTATION = 0x2000;
    public static final int ENUM = 0x4000;

    private final Bytes bytes;
    private final ConstantPool constants;
    private final int access;
    private final String name;
    private final String superName;
    private final List<String> interfaces;
    private final List<FieldInfo> fields;
    private final List<MethodInfo> methods;
    private final AttributeTable attributes;

    private ClassFile(Bytes bytes) {
        this.bytes = bytes;
        this.constants = new ConstantPool(bytes);
        int at = constants.end();
        this.access = bytes.u2(at);
        this.name = constants.className(bytes.u2(at + 2));
        this.superName = bytes.u2(at + 4) == 0 ? "" : constants.className(bytes.u2(at + 4));
        List<String> implemented = new ArrayList<>();
        for (int i = 0; i < bytes.u2(at + 6); i++) {
            implemented.add(constants.className(bytes.u2(at + 8 + 2 * i)));
        }
        this.interfaces = Collections.unmodifiableList(implemented);
        MemberReader reader = new MemberReader(at + 8 + 2 * implemented.size());
        this.fields = reader.fields();
        this.methods = reader.methods();
        this.attributes = new AttributeTable(bytes, constants, reader.at);
    }

    public static ClassFile read(byte[] bytes) {
        return new ClassFile(new Bytes(bytes));
    }

    /** Returns the major version without reading anything else. */
    public static int majorVersion(byte[] bytes) {
        return new Bytes(bytes).u2(6);
    }

    public int majorVersion() {
        return bytes.u2(6);
    }

    /** Returns the bytes that this was read from. */
    public byte[] bytes() {
        return bytes.array();
    }

    /** Returns the name as the class file has it, such as {@code com/acme/Order}. */
    public String name() {
        return name;
    }

    public String superName() {
        return superName;
    }

    /** Returns the names of the interfaces that it implements or extends itself. */
    public List<String> interfaces() {
        return interfaces;
    }

    /** Tells whether a flag of its own is set; a nested class may be declared otherwise. */
    public boolean is(int flag) {
        return (access & flag) != 0;
    }

    public boolean isFinal() {
        return is(FINAL);
    }

    public boolean isEnum() {
        return is(ENUM);
    }

    public boolean isRecord() {
        return attributes.has("Record");
    }

    /** Tells whether it is a local or an anonymous class (EnclosingMethod, JVMS 4.7.7). */
    public boolean isLocal() {
        return attributes.has("EnclosingMethod");
    }

    /** Returns the Signature attribute, or an empty text. */
    public String signature() {
        String signature = attributes.signature(bytes);
        return signature == null ? "" : signature;
    }

    /** Returns the file that it was compiled from (SourceFile, JVMS 4.7.10), or an empty text. */
    public String sourceFile() {
        int at = attributes.find("SourceFile");
        return at == AttributeTable.ABSENT ? "" : constants.utf8(bytes.u2(at));
    }

    /**
     * Returns the path of the file that it was compiled from, below the folder of the sources' top packages; empty where
     * the class file does not name it.
     */
    public String sourcePath() {
        String file = sourceFile();
        return file.isEmpty() ? "" : name.substring(0, name.lastIndexOf('/') + 1) + file;
    }

    public List<FieldInfo> fields() {
        return fields;
    }

    public List<MethodInfo> methods() {
        return methods;
    }

    public List<Annotation> annotations() {
        return new Annotations(bytes, constants, attributes).declared();
    }

    /** Returns the annotations of the bounds of its type variables. */
    public List<TypeAnnotation> typeAnnotations() {
        return new Annotations(bytes, constants, attributes).ofTypes();
    }

    /** Returns the classes whose methods are called as those of a class and not of an interface (JVMS 4.4.2). */
    public List<String> calledClasses() {
        return constants.calledClasses();
    }

    /** Returns the class around a nested, local or anonymous one (JVMS 4.7.6, 4.7.7), or an empty text. */
    public String enclosingClass() {
        int at = attributes.find("EnclosingMethod");
        if (at != AttributeTable.ABSENT) {
            return constants.className(bytes.u2(at));
        }
        int entry = innerClassEntry();
        int outer = entry == AttributeTable.ABSENT ? 0 : bytes.u2(entry + 2);
        return outer == 0 ? "" : constants.className(outer);
    }

    /** Returns the method around a local or anonymous class (JVMS 4.7.7), or null, as where an initializer is around it. */
    public MemberRef enclosingMethod() {
        int at = attributes.find("EnclosingMethod");
        int nameAndType = at == AttributeTable.ABSENT ? 0 : bytes.u2(at + 2);
        return nameAndType == 0 ? null : constants.member(constants.className(bytes.u2(at)), nameAndType);
    }

    /** Tells whether it is a member of a class whose instance it is given (JLS 8.1.3). */
    public boolean isInner() {
        int entry = innerClassEntry();
        return entry != AttributeTable.ABSENT
                && bytes.u2(entry + 2) != 0
                && (bytes.u2(entry + 6) & (STATIC | INTERFACE)) == 0;
    }

    /** Tells whether the source gives it no name (JVMS 4.7.6). */
    public boolean isAnonymous() {
        int entry = innerClassEntry();
        return entry != AttributeTable.ABSENT && bytes.u2(entry + 4) == 0;
    }

    /** Returns the access flags as declared in source, which for a nested class stand in InnerClasses (JVMS 4.7.6). */
    public int declaredAccess() {
        int entry = innerClassEntry();
        return entry == AttributeTable.ABSENT ? access : bytes.u2(entry + 6);
    }

    private int innerClassEntry() {
        int at = attributes.find("InnerClasses");
        if (at != AttributeTable.ABSENT) {
            for (int i = 0; i < bytes.u2(at); i++) {
                int entry = at + 2 + 8 * i;
                if (constants.className(bytes.u2(entry)).equals(name)) {
                    return entry;
                }
            }
        }
        return AttributeTable.ABSENT;
    }

    /** Reads fields, then methods, from one offset on. */
    private final class MemberReader {
        private int at;

        MemberReader(int start) {
            this.at = start;
        }

        List<FieldInfo> fields() {
            int count = count();
            List<FieldInfo> read = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                int start = at;
                AttributeTable table = attributes();
                read.add(new FieldInfo(
                        bytes.u2(start),
                        text(start + 2),
                        text(start + 4),
                        table.signature(bytes),
                        new Annotations(bytes, constants, table)));
            }
            return Collections.unmodifiableList(read);
        }

        List<MethodInfo> methods() {
            int count = count();
            List<MethodInfo> read = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                int start = at;
                AttributeTable table = attributes();
                read.add(new MethodInfo(bytes, constants, bytes.u2(start), text(start + 2), text(start + 4), table));
            }
            return Collections.unmodifiableList(read);
        }

        private int count() {
            at += 2;
            return bytes.u2(at - 2);
        }

        private AttributeTable attributes() {
            AttributeTable table = new AttributeTable(bytes, constants, at + 6);
            at = table.end();
            return table;
        }

        private String text(int offset) {
            return constants.utf8(bytes.u2(offset));
        }
    }
}
