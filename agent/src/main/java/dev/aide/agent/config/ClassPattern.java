package dev.aide.agent.config;

/**
 * Which classes a setting speaks of: {@code com.acme.**} a package and all below it, {@code com.acme.*} the package
 * alone, {@code com.acme.Order} a class and those nested in it, {@code *} the unnamed package, {@code **} everything.
 *
 * <p>Immutable.
 */
final class ClassPattern {
    private enum Kind {
        TREE(0),
        PACKAGE(1),
        CLASS(2);

        private final int precision;

        Kind(int precision) {
            this.precision = precision;
        }
    }

    private final String text;
    private final Kind kind;
    /** In the form of the class file, with a slash at the end unless it names a class or everything. */
    private final String prefix;

    private ClassPattern(String text, Kind kind, String prefix) {
        this.text = text;
        this.kind = kind;
        this.prefix = prefix;
    }

    static ClassPattern parse(String text, String origin) throws BadConfiguration {
        if (text.equals("**")) {
            return new ClassPattern(text, Kind.TREE, "");
        }
        if (text.equals("*")) {
            return new ClassPattern(text, Kind.PACKAGE, "");
        }
        if (text.endsWith(".**")) {
            return new ClassPattern(text, Kind.TREE, packagePrefix(text, 2, origin));
        }
        if (text.endsWith(".*")) {
            return new ClassPattern(text, Kind.PACKAGE, packagePrefix(text, 1, origin));
        }
        return new ClassPattern(text, Kind.CLASS, checked(text, text, origin).replace('.', '/'));
    }

    boolean matches(String internalName) {
        if (!internalName.startsWith(prefix)) {
            return false;
        }
        switch (kind) {
            case TREE:
                return true;
            case PACKAGE:
                return internalName.indexOf('/', prefix.length()) < 0;
            default:
                return internalName.length() == prefix.length() || internalName.charAt(prefix.length()) == '$';
        }
    }

    /** Orders patterns by how much they say: longer prefixes, then classes before packages before trees. */
    int precision() {
        return prefix.length() * 4 + kind.precision;
    }

    @Override
    public String toString() {
        return text;
    }

    private static String packagePrefix(String text, int stars, String origin) throws BadConfiguration {
        return checked(text.substring(0, text.length() - stars - 1), text, origin)
                        .replace('.', '/')
                + '/';
    }

    private static String checked(String name, String text, String origin) throws BadConfiguration {
        boolean start = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (start ? !Character.isJavaIdentifierStart(c) : !Character.isJavaIdentifierPart(c) && c != '.') {
                throw malformed(text, origin);
            }
            start = c == '.';
        }
        if (start) {
            throw malformed(text, origin);
        }
        return name;
    }

    private static BadConfiguration malformed(String text, String origin) {
        return new BadConfiguration(origin + ": '" + text
                + "' is not a pattern; write com.acme.** (a package and all below it), com.acme.* (the package alone),"
                + " com.acme.Order (a class) or ** (everything)");
    }
}
