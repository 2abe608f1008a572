package dev.aide.agent.type;

/**
 * A type as a class file writes it: the JavaTypeSignature of JVMS 4.7.9.1.
 *
 * <p>Immutable. Two texts are given: {@link #toString()} with full names, {@link #simple()} as source code would have it.
 */
public abstract class JavaType {
    /** Stands before a type that excludes null in the signatures that sites carry; no signature of the JVM has it. */
    static final char NON_NULL = '!';

    private static final String NON_NULL_TEXT = "@NonNull ";

    private final boolean nonNull;

    JavaType(boolean nonNull) {
        this.nonNull = nonNull;
    }

    /**
     * Reads a JavaTypeSignature or a field descriptor.
     *
     * @throws MalformedSignature if the text is neither
     */
    public static JavaType parse(String signature) {
        return new SignatureParser(signature).type();
    }

    /** Returns the type's full name without arguments; for an array or a variable its text. */
    public String rawName() {
        return fullName();
    }

    /** Tells whether null is no value of this type. */
    public boolean isNonNull() {
        return nonNull;
    }

    /** Returns this type with null in or out, leaving its parts as they are. */
    public abstract JavaType withNonNull(boolean excludesNull);

    /** Returns this type with null back in, in its parts too. */
    public abstract JavaType withoutNonNull();

    /** Tells whether null is excluded here, or in a part that a check can reach. */
    public boolean excludesNull() {
        return nonNull;
    }

    /** Writes this type in the grammar of JVMS 4.7.9.1, with {@link #NON_NULL} before what excludes null. */
    abstract void write(StringBuilder signature);

    /** Returns this type in the grammar of JVMS 4.7.9.1, which is the same for equal types. */
    public final String signature() {
        StringBuilder signature = new StringBuilder();
        write(signature);
        return signature.toString();
    }

    final void writeMark(StringBuilder signature) {
        if (nonNull) {
            signature.append(NON_NULL);
        }
    }

    /** Returns the type with full names; where null is excluded, that is said. */
    @Override
    public final String toString() {
        return nonNull ? NON_NULL_TEXT + fullName() : fullName();
    }

    abstract String fullName();

    /** Returns the type as source code would write it, with simple names: {@code Map.Entry<String, Integer>}. */
    public abstract String simple();

    /** Tells whether the type is, or has in its arguments, one of the named type variables. */
    public abstract boolean mentions(VariableNames names);

    /** Tells whether this type, as a Signature has it, can be what the descriptor has in its place (JVMS 4.7.9.1 promises nothing). */
    public abstract boolean agreesWith(JavaType descriptor);

    /** Returns how many local variables a value takes: 2 for long and double (JVMS 2.6.1). */
    public int slots() {
        return 1;
    }

    /** Decides which variables {@link #mentions(VariableNames)} is asked for. */
    public interface VariableNames {
        boolean includes(String name);
    }

    /** Returns a binary name without its package, nested classes joined by dots: {@code Map.Entry}. */
    public static String simpleName(String binaryName) {
        return sourceName(binaryName.substring(binaryName.lastIndexOf('.') + 1));
    }

    /** Returns a name with a dot before each nested class; a Scala object keeps the dollar sign at its end. */
    public static String sourceName(String binaryName) {
        String dotted = binaryName.replace('$', '.');
        return binaryName.endsWith("$") ? dotted.substring(0, dotted.length() - 1) + '$' : dotted;
    }
}
