package dev.aide.agent.classfile;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A class file's constants (JVMS 4.4), decoded when they are asked for. For use by one thread. */
final class ConstantPool {
    private static final int COUNT_AT = 8;
    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;
    private static final int STRING = 8;
    private static final int METHODREF = 10;
    private static final int METHOD_HANDLE = 15;
    private static final int METHOD_TYPE = 16;
    private static final int MODULE = 19;
    private static final int PACKAGE = 20;

    private final Bytes bytes;
    private final int[] offsets;
    private final String[] texts;
    private final int end;

    /** Finds where each constant of a class file is. */
    ConstantPool(Bytes bytes) {
        this.bytes = bytes;
        this.offsets = new int[bytes.u2(COUNT_AT)];
        this.texts = new String[offsets.length];
        this.end = findConstants();
    }

    /** Returns the offset behind the last constant. */
    int end() {
        return end;
    }

    /** Returns a CONSTANT_Utf8. */
    String utf8(int index) {
        String text = texts[index];
        if (text == null) {
            text = decode(offsets[index]);
            texts[index] = text;
        }
        return text;
    }

    /** Returns a CONSTANT_Integer. */
    int integer(int index) {
        return bytes.u4(offsets[index] + 1);
    }

    /** Returns the name of a CONSTANT_Class. */
    String className(int index) {
        return utf8(bytes.u2(offsets[index] + 1));
    }

    /** Returns a CONSTANT_Fieldref, Methodref or InterfaceMethodref (JVMS 4.4.2). */
    MemberRef member(int index) {
        int at = offsets[index];
        return member(className(bytes.u2(at + 1)), bytes.u2(at + 3));
    }

    /** Returns the field or method of a class that a CONSTANT_NameAndType (JVMS 4.4.6) speaks of. */
    MemberRef member(String owner, int nameAndType) {
        int at = offsets[nameAndType];
        return new MemberRef(owner, utf8(bytes.u2(at + 1)), utf8(bytes.u2(at + 3)));
    }

    /** Returns the classes whose methods are called as those of a class and not of an interface (JVMS 4.4.2). */
    List<String> calledClasses() {
        List<String> called = new ArrayList<>();
        for (int offset : offsets) {
            if (offset > 0 && bytes.u1(offset) == METHODREF) {
                called.add(className(bytes.u2(offset + 1)));
            }
        }
        return called;
    }

    private int findConstants() {
        int at = COUNT_AT + 2;
        for (int i = 1; i < offsets.length; i++) {
            offsets[i] = at;
            int tag = bytes.u1(at);
            at += 1 + length(tag, at);
            // JVMS 4.4.5: these take two places, which was a poor choice
            if (tag == LONG || tag == DOUBLE) {
                i++;
            }
        }
        return at;
    }

    private int length(int tag, int at) {
        switch (tag) {
            case UTF8:
                return 2 + bytes.u2(at + 1);
            case LONG:
            case DOUBLE:
                return 8;
            case CLASS:
            case STRING:
            case METHOD_TYPE:
            case MODULE:
            case PACKAGE:
                return 2;
            case METHOD_HANDLE:
                return 3;
            default:
                return 4;
        }
    }

    private String decode(int at) {
        int length = bytes.u2(at + 1);
        for (int i = at + 3; i < at + 3 + length; i++) {
            if (bytes.u1(i) > 127) {
                return decodeModified(at + 1, length + 2);
            }
        }
        return new String(bytes.array(), at + 3, length, StandardCharsets.US_ASCII);
    }

    /** Decodes what is not plain ASCII: class files have a UTF-8 of their own (JVMS 4.4.7), as DataInput has. */
    private String decodeModified(int at, int length) {
        try {
            return new DataInputStream(new ByteArrayInputStream(bytes.array(), at, length)).readUTF();
        } catch (IOException e) {
            throw new IllegalArgumentException("a name in the constant pool is malformed", e);
        }
    }
}
