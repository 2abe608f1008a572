package dev.aide.agent.classfile;

/** A field or a method as code names it (JVMS 4.4.2); immutable. */
public final class MemberRef {
    private final String owner;
    private final String name;
    private final String descriptor;

    MemberRef(String owner, String name, String descriptor) {
        this.owner = owner;
        this.name = name;
        this.descriptor = descriptor;
    }

    /** Returns the class as class files name it. */
    public String owner() {
        return owner;
    }

    public String name() {
        return name;
    }

    public String descriptor() {
        return descriptor;
    }
}
