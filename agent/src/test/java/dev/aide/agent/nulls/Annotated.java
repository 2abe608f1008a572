package dev.aide.agent.nulls;

import dev.aide.agent.classfile.Alignment;
import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.ClassFinder;
import dev.aide.agent.classfile.MethodInfo;
import dev.aide.agent.classfile.Surroundings;
import dev.aide.agent.type.MethodSignature;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Sources compiled with the annotations of many libraries, and what is read of null in their class files. */
final class Annotated {
    private static final File[] JARS = new File(System.getProperty("annotations")).listFiles();

    /** Kept, since a finder holds it weakly. */
    private final ClassLoader loader;

    private final Surroundings surroundings;

    private Annotated(Path classes) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        urls.add(classes.toUri().toURL());
        for (File jar : JARS) {
            urls.add(jar.toURI().toURL());
        }
        this.loader = new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
        this.surroundings =
                new Surroundings(new ClassFinder(loader), classes.toUri().toURL());
    }

    /** Compiles into a folder; each source is a compilation unit that begins with its file's name: {@code a/B.java: …}. */
    static Annotated compiledTo(Path folder, String... sources) throws IOException {
        return compiledTo(folder, List.of("--release", "8"), sources);
    }

    static Annotated compiledTo(Path folder, List<String> options, String... sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String jars = Arrays.stream(JARS).map(File::getPath).collect(Collectors.joining(File.pathSeparator));
        List<String> all = Stream.concat(
                        Stream.of("-d", folder.toString(), "-cp", jars, "-proc:none", "-nowarn"), options.stream())
                .toList();
        StringWriter messages = new StringWriter();
        List<Source> units = Stream.of(sources).map(Source::new).toList();
        if (!compiler.getTask(messages, null, null, all, null, units).call()) {
            throw new IllegalArgumentException(messages.toString());
        }
        return new Annotated(folder);
    }

    /** Returns a method's signature with what excludes null marked by an exclamation mark. */
    String marks(String className, String method) {
        return marks(className, method, false);
    }

    /** As {@link #marks(String, String)} under {@code aide.nulls.default=nonnull}. */
    String marksByDefault(String className, String method) {
        return marks(className, method, true);
    }

    private String marks(String className, String name, boolean unannotatedExcludesNull) {
        ClassFile file = surroundings.find(className);
        MethodInfo method = file.methods().stream()
                .filter(each -> each.name().equals(name) && !each.is(ClassFile.BRIDGE))
                .findFirst()
                .orElseThrow();
        Alignment alignment = Alignment.of(file, method, MethodSignature.parse(method.descriptor()));
        return new NullReader(unannotatedExcludesNull)
                .of(file, surroundings)
                .mark(method, alignment)
                .text()
                .replace("Ljava/lang/", "")
                .replace("Ljava/util/", "");
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String named) {
            super(URI.create("string:///" + named.substring(0, named.indexOf(": "))), JavaFileObject.Kind.SOURCE);
            this.text = named.substring(named.indexOf(": ") + 2);
        }

        @Override
        public CharSequence getCharContent(boolean ignoresErrors) {
            return text;
        }
    }
}
