package dev.aide.agent.classfile;

/** The language of a class's source, by the file that its class file names; Java where it names none. */
public enum Language {
    JAVA,
    KOTLIN,
    SCALA,
    GROOVY,
    OTHER;

    public static Language of(ClassFile file) {
        String source = file.sourceFile();
        if (source.isEmpty() || source.endsWith(".java")) {
            return JAVA;
        }
        if (source.endsWith(".kt")) {
            return KOTLIN;
        }
        if (source.endsWith(".scala")) {
            return SCALA;
        }
        return source.endsWith(".groovy") ? GROOVY : OTHER;
    }

    /** Tells whether methods say which exceptions they throw. */
    public boolean hasCheckedExceptions() {
        return this == JAVA;
    }

    /** Tells whether a source can leave type arguments out. */
    public boolean hasRawTypes() {
        return this != KOTLIN && this != SCALA;
    }
}
