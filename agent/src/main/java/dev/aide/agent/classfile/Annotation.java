package dev.aide.agent.classfile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An annotation as a class file has it (JVMS 4.7.16), whatever its retention; immutable. */
public final class Annotation {
    private final String type;
    private final Map<String, List<String>> members;

    private Annotation(String type, Map<String, List<String>> members) {
        this.type = type;
        this.members = members;
    }

    /** Returns the annotation's type as class files name it, such as {@code org/jspecify/annotations/NullMarked}. */
    public String type() {
        return type;
    }

    /** Returns the type's name without its package and the classes around it. */
    public String simpleType() {
        return type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf('$')) + 1);
    }

    /** Tells whether a member was given an array without elements. */
    public boolean isEmptyArray(String member) {
        List<String> values = members.get(member);
        return values != null && values.isEmpty();
    }

    /**
     * Returns the strings, the names of enum constants, the descriptors of classes and the booleans that a member was
     * given.
     *
     * @return empty where it was not given, or holds values of other kinds
     */
    public List<String> texts(String member) {
        List<String> values = members.get(member);
        return values == null ? Collections.<String>emptyList() : values;
    }

    /** Reads one annotation after the other. */
    static final class Reader {
        private static final int MOST_DEPTH = 32;

        private final Bytes bytes;
        private final ConstantPool constants;
        private int at;
        private int depth;

        Reader(Bytes bytes, ConstantPool constants, int start) {
            this.bytes = bytes;
            this.constants = constants;
            this.at = start;
        }

        int u1() {
            return bytes.u1(at++);
        }

        int u2() {
            at += 2;
            return bytes.u2(at - 2);
        }

        void skip(int length) {
            at += length;
        }

        /** Reads a count, and as many annotations. */
        List<Annotation> annotations() {
            List<Annotation> annotations = new ArrayList<>();
            for (int i = u2(); i > 0; i--) {
                annotations.add(annotation());
            }
            return annotations;
        }

        Annotation annotation() {
            if (++depth > MOST_DEPTH) {
                throw new IllegalArgumentException("annotations are nested too deep");
            }
            String descriptor = constants.utf8(u2());
            Map<String, List<String>> members = new LinkedHashMap<>();
            for (int i = u2(); i > 0; i--) {
                String name = constants.utf8(u2());
                List<String> values = new ArrayList<>();
                value(values);
                members.put(name, values);
            }
            depth--;
            return new Annotation(
                    descriptor.startsWith("L") ? descriptor.substring(1, descriptor.length() - 1) : descriptor,
                    members);
        }

        /** Reads an element_value (JVMS 4.7.16.1) and keeps what is text. */
        private void value(List<String> texts) {
            int tag = u1();
            switch (tag) {
                case 's':
                    texts.add(constants.utf8(u2()));
                    break;
                case 'e':
                    skip(2);
                    texts.add(constants.utf8(u2()));
                    break;
                case 'c':
                    texts.add(constants.utf8(u2()));
                    break;
                case 'Z':
                    texts.add(constants.integer(u2()) == 0 ? "false" : "true");
                    break;
                case '@':
                    annotation();
                    break;
                case '[':
                    if (++depth > MOST_DEPTH) {
                        throw new IllegalArgumentException("annotations are nested too deep");
                    }
                    for (int i = u2(); i > 0; i--) {
                        value(texts);
                    }
                    depth--;
                    break;
                default:
                    skip(2);
            }
        }
    }
}
