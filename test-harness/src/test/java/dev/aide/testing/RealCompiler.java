package dev.aide.testing;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A compiler as it is published, run in a JVM of its own; it is asked for all debug information and the names of
 * parameters. Its sources stand below {@code compilers/} in the resources.
 *
 * @param compiler the JVM that runs it
 * @param options what it is asked for
 * @param runtime what its classes need on their class path
 */
record RealCompiler(ForkedJvm compiler, List<String> options, List<Path> runtime) {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    static RealCompiler javac(Jdk jdk) {
        return new RealCompiler(
                // before JDK 9 it is not part of the JRE
                ForkedJvm.on(jdk)
                        .classpath(jdk.home().resolve("lib").resolve("tools.jar"))
                        .main("com.sun.tools.javac.Main"),
                List.of("-g", "-parameters", "-nowarn", "-proc:none"),
                jars("jspecify"));
    }

    static RealCompiler eclipse(int release) {
        return new RealCompiler(
                running("org.eclipse.jdt.internal.compiler.batch.Main", "ecj"),
                List.of("--release", String.valueOf(release), "-g", "-parameters", "-nowarn", "-proc:none"),
                jars("jspecify"));
    }

    static RealCompiler kotlin(String... more) {
        List<String> options = new ArrayList<>(List.of("-no-stdlib", "-no-reflect", "-nowarn", "-java-parameters"));
        options.addAll(List.of(more));
        return new RealCompiler(
                running(
                        "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler",
                        "kotlin-compiler-embeddable",
                        "kotlin-daemon-embeddable",
                        "kotlin-reflect",
                        "kotlin-script-runtime",
                        "kotlin-stdlib",
                        "kotlinx-coroutines-core-jvm",
                        "jetbrains-annotations"),
                options,
                jars("kotlin-stdlib"));
    }

    static RealCompiler scala2() {
        return new RealCompiler(
                running("scala.tools.nsc.Main", "scala-compiler", "scala-library", "scala-reflect"),
                List.of("-release", "8", "-g:vars", "-nowarn"),
                jars("scala-library"));
    }

    static RealCompiler scala3() {
        return new RealCompiler(
                running(
                        "dotty.tools.dotc.Main",
                        "scala3-compiler",
                        "scala3-interfaces",
                        "scala3-library",
                        "scala-library-3",
                        "tasty-core",
                        "scala-asm",
                        "compiler-interface",
                        "util-interface"),
                List.of("-nowarn"),
                jars("scala3-library", "scala-library-3"));
    }

    static RealCompiler groovy() {
        return groovy(true);
    }

    /** Makes calls as before Groovy 4. */
    static RealCompiler groovyWithoutInvokedynamic() {
        return groovy(false);
    }

    private static RealCompiler groovy(boolean isDynamic) {
        return new RealCompiler(
                running("org.codehaus.groovy.tools.FileSystemCompiler", "groovy")
                        // else it writes for the JDK that it runs on
                        .property("groovy.target.bytecode", "1.8")
                        .property("groovy.target.indy", String.valueOf(isDynamic)),
                List.of("--parameters"),
                jars("groovy"));
    }

    /**
     * Compiles, once it has copied the sources beside the classes.
     *
     * @param sources paths below {@code compilers/}
     * @return the folder of classes
     */
    Path compile(Path folder, String... sources) {
        Path classes = folder.resolve("classes");
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-d", classes.toString(), "-classpath", path(runtime)));
        try {
            Files.createDirectories(classes);
            for (String source : sources) {
                Path copy = folder.resolve("sources").resolve(source);
                Files.createDirectories(copy.getParent());
                try (InputStream in = RealCompiler.class.getResourceAsStream("/compilers/" + source)) {
                    Files.copy(in, copy);
                }
                arguments.add(copy.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + folder, e);
        }
        compiler.args(arguments.toArray(new String[0])).timeout(LONGEST).run().expectExit(0);
        return classes;
    }

    private static ForkedJvm running(String main, String... jars) {
        return ForkedJvm.on(Jdk.running())
                .classpath(jars(jars).toArray(Path[]::new))
                .main(main);
    }

    private static List<Path> jars(String... names) {
        return Arrays.stream(names).map(name -> Jars.path(name + ".jar")).toList();
    }

    private static String path(List<Path> entries) {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
