package dev.aide.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Java sources given as strings, and how to compile them with the running JDK's {@code javac}:
 *
 * <pre>{@code
 * Path classes = JavaSources.release(8)
 *         .source("com.acme.Main", "package com.acme; public class Main { ... }")
 *         .compile()
 *         .writeTo(folder);
 * }</pre>
 *
 * <p>As most builds do, it compiles with all debug information ({@code -g}) and without {@code -parameters}, unless told
 * otherwise. Warnings are not shown, annotation processors do not run, and the class path is empty.
 *
 * <p>Immutable, each method returns a copy, and thread-safe.
 */
public final class JavaSources {
    private final List<String> options;
    private final List<Path> classpath;
    private final Map<String, String> sources;

    private JavaSources(List<String> options, List<Path> classpath, Map<String, String> sources) {
        this.options = List.copyOf(options);
        this.classpath = List.copyOf(classpath);
        this.sources = new LinkedHashMap<>(sources);
    }

    /** Starts with no source, for {@code --release} and the feature version given. */
    public static JavaSources release(int feature) {
        return new JavaSources(
                List.of("--release", Integer.toString(feature), "-g", "-nowarn", "-proc:none"), List.of(), Map.of());
    }

    /**
     * Adds a compilation unit.
     *
     * @param className the binary name of its public class; the file name in stack traces comes from it
     */
    public JavaSources source(String className, String code) {
        Map<String, String> more = new LinkedHashMap<>(sources);
        more.put(className, code);
        return new JavaSources(options, classpath, more);
    }

    /** Keeps the parameters' names in the class files ({@code -parameters}). */
    public JavaSources parameters() {
        return options("-parameters");
    }

    /** Leaves all debug information out ({@code -g:none}): no line numbers, no variables, no source file. */
    public JavaSources withoutDebugInformation() {
        List<String> changed = new ArrayList<>(options);
        changed.replaceAll(option -> option.equals("-g") ? "-g:none" : option);
        return new JavaSources(changed, classpath, sources);
    }

    /** Adds options of {@code javac}. */
    public JavaSources options(String... more) {
        List<String> changed = new ArrayList<>(options);
        changed.addAll(List.of(more));
        return new JavaSources(changed, classpath, sources);
    }

    /** Sets the class path, jars and folders. */
    public JavaSources classpath(Path... entries) {
        return new JavaSources(options, List.of(entries), sources);
    }

    /**
     * Compiles them all together.
     *
     * @throws IllegalArgumentException if they do not compile, with what the compiler said
     */
    public CompiledClasses compile() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager disk =
                        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8);
                ClassFilesInMemory output = new ClassFilesInMemory(disk)) {
            disk.setLocation(
                    StandardLocation.CLASS_PATH,
                    classpath.stream().map(Path::toFile).toList());
            List<JavaFileObject> units = sources.entrySet().stream()
                    .<JavaFileObject>map(each -> new SourceInMemory(each.getKey(), each.getValue()))
                    .toList();
            if (!compiler.getTask(null, output, diagnostics, options, null, units)
                    .call()) {
                throw new IllegalArgumentException("The sources do not compile:\n" + errors(diagnostics));
            }
            return output.classes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the compiler's files", e);
        }
    }

    private static String errors(DiagnosticCollector<JavaFileObject> diagnostics) {
        return diagnostics.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }
}
