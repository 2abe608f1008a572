package dev.aide.agent.rule;

import dev.aide.agent.type.JavaType;

/** The field that is written at a site, in words that fit into a site's constants; immutable. */
public final class WrittenField {
    private static final char NAME = '.';
    private static final char TYPE = ':';

    private final String owner;
    private final String name;
    private final String signature;

    /**
     * Names a field.
     *
     * @param owner the declaring class as class files name it
     * @param signature the field's Signature attribute
     */
    public WrittenField(String owner, String name, String signature) {
        this.owner = owner;
        this.name = name;
        this.signature = signature;
    }

    /** Reads what {@link #subject()} gave. */
    public static WrittenField of(SiteSpec spec) {
        String subject = spec.subject();
        int type = subject.indexOf(TYPE);
        int name = subject.lastIndexOf(NAME, type);
        return new WrittenField(
                subject.substring(0, name), subject.substring(name + 1, type), subject.substring(type + 1));
    }

    /** Returns the words for a site's constants. */
    public String subject() {
        return owner + NAME + name + TYPE + signature;
    }

    public String name() {
        return name;
    }

    /** Returns {@code com.acme.Order.lines}. */
    public String qualifiedName() {
        return owner.replace('/', '.') + '.' + name;
    }

    public JavaType type() {
        return JavaType.parse(signature);
    }
}
