package dev.aide.agent.classfile;

import java.util.ArrayList;
import java.util.List;

/** Reads the annotations that stand in an attribute table, those that reflection does not see included. */
final class Annotations {
    private static final int CLASS_PARAMETER_BOUND = 0x11;
    private static final int METHOD_PARAMETER_BOUND = 0x12;
    private static final int FIELD = 0x13;
    private static final int METHOD_RETURN = 0x14;
    private static final int METHOD_FORMAL_PARAMETER = 0x16;

    private static final String[] RETENTIONS = {"RuntimeVisible", "RuntimeInvisible"};

    private final Bytes bytes;
    private final ConstantPool constants;
    private final AttributeTable attributes;

    Annotations(Bytes bytes, ConstantPool constants, AttributeTable attributes) {
        this.bytes = bytes;
        this.constants = constants;
        this.attributes = attributes;
    }

    /** Returns the annotations of the declaration. */
    List<Annotation> declared() {
        List<Annotation> all = new ArrayList<>();
        for (String retention : RETENTIONS) {
            int at = attributes.find(retention + "Annotations");
            if (at != AttributeTable.ABSENT) {
                all.addAll(new Annotation.Reader(bytes, constants, at).annotations());
            }
        }
        return all;
    }

    /**
     * Returns the annotations of each parameter.
     *
     * @return as many lists as the class file speaks of parameters, which may be fewer than the descriptor has
     */
    List<List<Annotation>> ofParameters() {
        List<List<Annotation>> all = new ArrayList<>();
        for (String retention : RETENTIONS) {
            int at = attributes.find(retention + "ParameterAnnotations");
            if (at != AttributeTable.ABSENT) {
                Annotation.Reader reader = new Annotation.Reader(bytes, constants, at);
                int count = reader.u1();
                for (int i = 0; i < count; i++) {
                    if (i == all.size()) {
                        all.add(new ArrayList<Annotation>());
                    }
                    all.get(i).addAll(reader.annotations());
                }
            }
        }
        return all;
    }

    /** Returns the annotations of types; those within code are left out. */
    List<TypeAnnotation> ofTypes() {
        List<TypeAnnotation> all = new ArrayList<>();
        for (String retention : RETENTIONS) {
            int at = attributes.find(retention + "TypeAnnotations");
            if (at != AttributeTable.ABSENT) {
                Annotation.Reader reader = new Annotation.Reader(bytes, constants, at);
                for (int i = reader.u2(); i > 0; i--) {
                    TypeAnnotation annotation = typeAnnotation(reader);
                    if (annotation != null) {
                        all.add(annotation);
                    }
                }
            }
        }
        return all;
    }

    /** Reads one type_annotation; null where its target says nothing of values. */
    private static TypeAnnotation typeAnnotation(Annotation.Reader reader) {
        int type = reader.u1();
        TypeAnnotation.Target target = null;
        int parameter = 0;
        int bound = 0;
        switch (type) {
            case CLASS_PARAMETER_BOUND:
            case METHOD_PARAMETER_BOUND:
                target = TypeAnnotation.Target.BOUND;
                parameter = reader.u1();
                bound = reader.u1();
                break;
            case FIELD:
                target = TypeAnnotation.Target.FIELD;
                break;
            case METHOD_RETURN:
                target = TypeAnnotation.Target.RESULT;
                break;
            case METHOD_FORMAL_PARAMETER:
                target = TypeAnnotation.Target.PARAMETER;
                parameter = reader.u1();
                break;
            default:
                reader.skip(lengthOfTarget(type));
        }
        String path = path(reader);
        Annotation annotation = reader.annotation();
        return target == null ? null : new TypeAnnotation(target, parameter, bound, path, annotation);
    }

    /** Returns how long the target_info of the targets is that are skipped (JVMS 4.7.20.1). */
    private static int lengthOfTarget(int type) {
        switch (type) {
            case 0x00: // type parameters of a class and of a method
            case 0x01:
                return 1;
            case 0x10: // supertypes and thrown types
            case 0x17:
                return 2;
            case 0x15: // the receiver
                return 0;
            default:
                throw new IllegalArgumentException("an annotation of a type with the unknown target " + type);
        }
    }

    private static String path(Annotation.Reader reader) {
        int length = reader.u1();
        if (length == 0) {
            return "";
        }
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < length; i++) {
            int kind = reader.u1();
            int argument = reader.u1();
            switch (kind) {
                case 0:
                    path.append('[');
                    break;
                case 1:
                    path.append('.');
                    break;
                case 2:
                    path.append('*');
                    break;
                default:
                    path.append(argument).append(';');
            }
        }
        return path.toString();
    }
}
