package dev.aide.agent.type;

/** A type argument: exact, {@code ? extends}, {@code ? super} or unbounded. */
final class TypeArgument {
    enum Kind {
        EXACT,
        EXTENDS,
        SUPER,
        UNBOUNDED
    }

    static final TypeArgument ANY = new TypeArgument(Kind.UNBOUNDED, null);

    final Kind kind;
    /** Null only for {@link Kind#UNBOUNDED}. */
    final JavaType bound;

    TypeArgument(Kind kind, JavaType bound) {
        this.kind = kind;
        this.bound = bound;
    }

    /** Tells whether a value can break this argument: {@code ?} and {@code ? super} take anything. */
    boolean constrains() {
        return kind == Kind.EXACT || kind == Kind.EXTENDS;
    }

    void write(StringBuilder signature) {
        if (bound == null) {
            signature.append('*');
            return;
        }
        if (kind != Kind.EXACT) {
            signature.append(kind == Kind.EXTENDS ? '+' : '-');
        }
        bound.write(signature);
    }

    String text(boolean simple) {
        if (bound == null) {
            return "?";
        }
        String itself = simple ? bound.simple() : bound.toString();
        return kind == Kind.EXTENDS ? "? extends " + itself : kind == Kind.SUPER ? "? super " + itself : itself;
    }
}
