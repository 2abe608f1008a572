package dev.aide.agent.docs.source;

/**
 * Reads source files with the JDK's own parser; with the {@link Skimmer} where there is none, where it refuses the file
 * (a source newer or much older than the JDK), and where {@code ///} comments stand, which it sees from JDK 23 on only.
 * Both give the same answer. Safe for use by any thread.
 */
public final class SourceReader {
    private final CompilerParser compiler;

    private SourceReader(CompilerParser compiler) {
        this.compiler = compiler;
    }

    /** Returns a reader that uses the JDK's parser if this runtime has one. */
    public static SourceReader withCompiler() {
        try {
            return new SourceReader(CompilerParser.ofThisRuntime());
        } catch (NoClassDefFoundError e) {
            // linked without java.compiler, where the compiler's interface is
            return withoutCompiler();
        }
    }

    /** Returns a reader that does without the JDK's parser. */
    public static SourceReader withoutCompiler() {
        return new SourceReader(null);
    }

    /**
     * Reads one file.
     *
     * @param text the whole file
     * @throws UnreadableSource if it cannot be taken apart
     */
    public SourceFile read(String text) throws UnreadableSource {
        if (compiler != null && !text.contains("///")) {
            SourceFile file = compiler.parse(text);
            if (file != null) {
                return file;
            }
        }
        return Skimmer.skim(text);
    }
}
