package dev.aide.agent.classfile;

/** Where the attributes of a class, a field, a method or a piece of code begin (JVMS 4.7); immutable. */
final class AttributeTable {
    static final int ABSENT = -1;

    private final ConstantPool constants;
    private final String[] names;
    private final int[] contents;
    private final int end;

    /** Reads the table that begins with its count at an offset. */
    AttributeTable(Bytes bytes, ConstantPool constants, int start) {
        this.constants = constants;
        int count = bytes.u2(start);
        this.names = new String[count];
        this.contents = new int[count];
        int at = start + 2;
        for (int i = 0; i < count; i++) {
            names[i] = constants.utf8(bytes.u2(at));
            contents[i] = at + 6;
            int length = bytes.u4(at + 2);
            if (length < 0 || length > bytes.array().length - at - 6) {
                throw new IndexOutOfBoundsException("an attribute of " + length + " bytes");
            }
            at += 6 + length;
        }
        this.end = at;
    }

    /** Returns the offset behind the table. */
    int end() {
        return end;
    }

    boolean has(String name) {
        return find(name) != ABSENT;
    }

    /** Returns the offset of an attribute's contents, or {@link #ABSENT}. */
    int find(String name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return contents[i];
            }
        }
        return ABSENT;
    }

    /** Returns the Signature attribute (JVMS 4.7.9), or null. */
    String signature(Bytes bytes) {
        int at = find("Signature");
        return at == ABSENT ? null : constants.utf8(bytes.u2(at));
    }
}
