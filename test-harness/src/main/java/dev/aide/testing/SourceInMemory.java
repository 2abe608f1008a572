package dev.aide.testing;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A compilation unit for {@code javac} that is a string. */
final class SourceInMemory extends SimpleJavaFileObject {
    private final String code;

    SourceInMemory(String className, String code) {
        super(URI.create("string:///" + className.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
        this.code = code;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return code;
    }
}
