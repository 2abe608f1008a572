package dev.aide.agent.docs.source;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A source file as the compiler wants it. */
final class SourceInMemory extends SimpleJavaFileObject {
    private final String text;

    SourceInMemory(String text) {
        super(URI.create("string:///Source.java"), Kind.SOURCE);
        this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
