package dev.aide.agent.naming;

import dev.aide.agent.classfile.ClassFile;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Class files of source texts, in memory. */
public final class Compiled implements ClassFiles {
    private final Map<String, byte[]> classes;

    private Compiled(Map<String, byte[]> classes) {
        this.classes = classes;
    }

    public static Compiled of(String source, String... options) {
        return of(List.of(source), options);
    }

    public static Compiled of(List<String> sources, String... options) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        Outputs outputs = new Outputs(compiler.getStandardFileManager(null, null, null));
        boolean isCompiled = compiler.getTask(
                        messages,
                        outputs,
                        null,
                        List.of(options),
                        null,
                        sources.stream().map(Source::new).toList())
                .call();
        if (!isCompiled) {
            throw new IllegalArgumentException(messages.toString());
        }
        Map<String, byte[]> classes = new HashMap<>();
        outputs.streams.forEach((name, bytes) -> classes.put(name.replace('.', '/'), bytes.toByteArray()));
        return new Compiled(classes);
    }

    public Set<String> names() {
        return classes.keySet();
    }

    @Override
    public ClassFile find(String name) {
        return classes.containsKey(name) ? ClassFile.read(classes.get(name)) : null;
    }

    public byte[] bytes(String name) {
        return classes.get(name);
    }

    private static final class Source extends SimpleJavaFileObject {
        private static final Pattern PUBLIC = Pattern.compile("public (?:class|interface|enum|record) (\\w+)");

        private final String text;

        Source(String text) {
            super(URI.create("string:///" + name(text) + ".java"), Kind.SOURCE);
            this.text = text;
        }

        /** A file is called like the public type in it; without one it is called Source. */
        private static String name(String text) {
            Matcher matcher = PUBLIC.matcher(text);
            return matcher.find() ? matcher.group(1) : "Source";
        }

        @Override
        public CharSequence getCharContent(boolean ignoresErrors) {
            return text;
        }
    }

    private static final class Outputs extends ForwardingJavaFileManager<JavaFileManager> {
        final Map<String, ByteArrayOutputStream> streams = new HashMap<>();

        Outputs(JavaFileManager manager) {
            super(manager);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream stream = new ByteArrayOutputStream();
                    streams.put(name, stream);
                    return stream;
                }
            };
        }
    }
}
