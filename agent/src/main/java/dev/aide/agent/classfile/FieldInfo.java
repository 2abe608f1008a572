package dev.aide.agent.classfile;

import java.util.List;

/** A field's header (JVMS 4.5); immutable. */
public final class FieldInfo {
    private final int access;
    private final String name;
    private final String descriptor;
    private final String signature;
    private final Annotations annotations;

    FieldInfo(int access, String name, String descriptor, String signature, Annotations annotations) {
        this.access = access;
        this.name = name;
        this.descriptor = descriptor;
        this.signature = signature;
        this.annotations = annotations;
    }

    public String name() {
        return name;
    }

    public String descriptor() {
        return descriptor;
    }

    /** Returns the Signature attribute, or null. */
    public String signature() {
        return signature;
    }

    public boolean is(int flag) {
        return (access & flag) != 0;
    }

    public List<Annotation> annotations() {
        return annotations.declared();
    }

    public List<TypeAnnotation> typeAnnotations() {
        return annotations.ofTypes();
    }
}
