package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs that compilers of five languages made, with every rule on: nothing that a compiler adds is blamed, nor is what
 * the program does changed; a true defect is caught in each language.
 */
class RealCompilersIT {
    private static final Pattern FINDING = Pattern.compile("\"rule\": \"([^\"]+)\"[^{}]*?\"method\": \"([^\"]+)\"");
    private static final String DEFECTS_IN_CLASS_FILES = "arity.declared|convention.*";

    @TempDir
    static Path folder;

    private static final Map<String, Program> COMPILED = new ConcurrentHashMap<>();

    @JdkTest({8, 25})
    void javac(Jdk jdk) throws IOException {
        judgeJava(javacOf(jdk), jdk);
    }

    @Tag("long")
    @JdkTest({11, 17, 21})
    void javac_of_other_jdks(Jdk jdk) throws IOException {
        judgeJava(javacOf(jdk), jdk);
    }

    @JdkTest({8, 25})
    void eclipse(Jdk jdk) throws IOException {
        judgeJava(eclipse(jdk.feature() < 17 ? 8 : 17), jdk);
    }

    @Tag("long")
    @JdkTest({11, 17, 21})
    void eclipse_on_other_jdks(Jdk jdk) throws IOException {
        judgeJava(eclipse(8), jdk);
    }

    @JdkTest({8, 25})
    void kotlin(Jdk jdk) throws IOException {
        judgeKotlin(kotlin("1.8"), jdk);
    }

    @Tag("long")
    @JdkTest({11, 17, 21})
    void kotlin_on_other_jdks(Jdk jdk) throws IOException {
        judgeKotlin(kotlin("1.8"), jdk);
        judgeKotlin(kotlin("11", "-Xlambdas=class", "-Xsam-conversions=class"), jdk);
    }

    @JdkTest({8, 25})
    void scala_2(Jdk jdk) throws IOException {
        judgeScala2(jdk);
    }

    @Tag("long")
    @JdkTest({11, 17, 21})
    void scala_2_on_other_jdks(Jdk jdk) throws IOException {
        judgeScala2(jdk);
    }

    /** What its compiler makes runs from Java 17 on. */
    @JdkTest({17, 25})
    void scala_3(Jdk jdk) throws IOException {
        judgeScala3(jdk);
    }

    @Tag("long")
    @JdkTest(21)
    void scala_3_on_other_jdks(Jdk jdk) throws IOException {
        judgeScala3(jdk);
    }

    @JdkTest({8, 25})
    void groovy(Jdk jdk) throws IOException {
        judgeGroovy(jdk);
    }

    @JdkTest({8, 25})
    void a_caller_in_groovy_is_the_programs_and_not_its_librarys(Jdk jdk) {
        for (Program program : List.of(groovy(), groovyWithoutInvokedynamic())) {
            assertThat(program.callers(jdk, "fixture.defects.Defects"))
                    .hasSizeGreaterThan(8)
                    .allMatch(
                            line -> line.matches("  called from fixture\\.defects\\.\\S+\\(Defects\\.groovy:\\d+\\)"));
        }
    }

    @Tag("long")
    @JdkTest({11, 17, 21})
    void groovy_on_other_jdks(Jdk jdk) throws IOException {
        judgeGroovy(jdk);
    }

    private static Program javacOf(Jdk jdk) {
        return compiled("javac" + jdk.feature(), RealCompiler.javac(jdk), java(jdk.feature()));
    }

    private static Program eclipse(int release) {
        return compiled("eclipse" + release, RealCompiler.eclipse(release), java(release));
    }

    private static Program kotlin(String target, String... options) {
        return compiled(
                "kotlin" + target,
                RealCompiler.kotlin(Stream.concat(Stream.of("-jvm-target", target), Stream.of(options))
                        .toArray(String[]::new)),
                "kotlin/Constructs.kt",
                "kotlin/Defects.kt");
    }

    private static String[] java(int release) {
        return Stream.of(
                        "Constructs", release < 17 ? "" : "Constructs17", release < 21 ? "" : "Constructs21", "Defects")
                .filter(name -> !name.isEmpty())
                .map(name -> "java/" + name + ".java")
                .toArray(String[]::new);
    }

    private static void judgeJava(Program program, Jdk jdk) throws IOException {
        program.expectNothingBlamed(jdk, "fixture.Constructs");
        for (int release : new int[] {17, 21}) {
            if (Files.exists(program.classes.resolve("fixture/Constructs" + release + ".class"))) {
                program.expectNothingBlamed(jdk, "fixture.Constructs" + release);
            }
        }
        assertThat(program.defects(jdk, "fixture.Defects")).isEqualTo("""
                enum dev.aide.TypeViolation
                inner dev.aide.TypeViolation
                receiver dev.aide.TypeViolation
                local dev.aide.TypeViolation
                result dev.aide.TypeViolation
                field dev.aide.TypeViolation
                null dev.aide.NullViolation
                varargs dev.aide.StateViolation
                undeclared dev.aide.UndeclaredViolation
                arity.declared fixture.Defects.wide(int a, String b, long c, List<String> d, double e)
                convention.raw fixture.Defects.raw()
                convention.swapped fixture.Defects.main(String[] arguments)
                """);
    }

    private static void judgeKotlin(Program program, Jdk jdk) throws IOException {
        program.expectNothingBlamed(jdk, "fixture.ConstructsKt");
        assertThat(program.defects(jdk, "fixture.defects.DefectsKt")).isEqualTo("""
                constructor dev.aide.TypeViolation
                default arguments dev.aide.TypeViolation
                field dev.aide.TypeViolation
                result dev.aide.TypeViolation
                null dev.aide.NullViolation
                suspending dev.aide.TypeViolation
                companion dev.aide.TypeViolation
                copy dev.aide.TypeViolation
                value class dev.aide.TypeViolation
                receiver dev.aide.TypeViolation
                enum dev.aide.TypeViolation
                varargs dev.aide.StateViolation
                lambda dev.aide.TypeViolation
                undeclared, which Kotlin need not java.io.IOException
                arity.declared fixture.defects.DefectsKt.wide(int a, String b, long c, List<String> d, double e)
                arity.declared new fixture.defects.Wide(int a, String b, long c, List<String> d, double e)
                convention.swapped fixture.defects.DefectsKt.main()
                """);
    }

    private static void judgeScala2(Jdk jdk) throws IOException {
        Program program = compiled("scala2", RealCompiler.scala2(), "scala/Constructs.scala", "scala/Defects.scala");
        program.expectNothingBlamed(jdk, "fixture.Constructs");
        expectDefectsOfScala(program, jdk, "NOT CAUGHT");
    }

    private static void judgeScala3(Jdk jdk) throws IOException {
        Program program = compiled(
                "scala3",
                RealCompiler.scala3(),
                "scala/Constructs.scala",
                "scala/Constructs3.scala",
                "scala/Defects.scala");
        program.expectNothingBlamed(jdk, "fixture.Constructs");
        program.expectNothingBlamed(jdk, "fixture.constructs3");
        expectDefectsOfScala(program, jdk, "dev.aide.TypeViolation");
    }

    /** The methods of a value class have a signature in Scala 3 only. */
    private static void expectDefectsOfScala(Program program, Jdk jdk, String inValueClass) throws IOException {
        assertThat(program.defects(jdk, "fixture.defects.Defects")).isEqualTo("""
                constructor dev.aide.TypeViolation
                default arguments dev.aide.TypeViolation
                field dev.aide.TypeViolation
                result dev.aide.TypeViolation
                case class dev.aide.TypeViolation
                copy dev.aide.TypeViolation
                value class %s
                trait dev.aide.TypeViolation
                receiver dev.aide.TypeViolation
                curried dev.aide.TypeViolation
                lambda, whose body has no signature NOT CAUGHT
                undeclared, which Scala need not java.io.IOException
                arity.declared fixture.defects.Defects$.wide(int a, String b, long c, List<String> d, double e)
                arity.declared new fixture.defects.Wide(int a, String b, long c, List<String> d, double e)
                convention.swapped fixture.defects.Defects$.main(String[] arguments)
                """.formatted(inValueClass));
    }

    /** A call in dynamic Groovy is not in the class file, so that its arguments cannot be seen to be swapped. */
    private static void judgeGroovy(Jdk jdk) throws IOException {
        Program program = groovy();
        program.expectNothingBlamed(jdk, "fixture.Constructs");
        assertThat(program.defects(jdk, "fixture.defects.Defects")).isEqualTo("""
                default arguments dev.aide.TypeViolation
                property dev.aide.TypeViolation
                map constructor dev.aide.TypeViolation
                field dev.aide.TypeViolation
                result dev.aide.TypeViolation
                static dev.aide.TypeViolation
                varargs dev.aide.StateViolation
                trait dev.aide.TypeViolation
                receiver dev.aide.TypeViolation
                GString dev.aide.TypeViolation
                literal dev.aide.TypeViolation
                undeclared, which Groovy need not java.io.IOException
                arity.declared fixture.defects.Defects.wide(int a, String b, long c, List<String> d, double e)
                convention.raw fixture.defects.Defects.raw()
                """);
    }

    private static Program groovy() {
        return compiled("groovy", RealCompiler.groovy(), "groovy/Constructs.groovy", "groovy/Defects.groovy");
    }

    private static Program groovyWithoutInvokedynamic() {
        return compiled("groovy-classic", RealCompiler.groovyWithoutInvokedynamic(), "groovy/Defects.groovy");
    }

    private static Program compiled(String name, RealCompiler compiler, String... sources) {
        return COMPILED.computeIfAbsent(
                name, key -> new Program(compiler.compile(folder.resolve(name), sources), compiler.runtime()));
    }

    /** Classes that a compiler made, and what they need to run. */
    private record Program(Path classes, List<Path> runtime) {
        void expectNothingBlamed(Jdk jdk, String main) throws IOException {
            Outcome alone = jvm(jdk, main).run().expectExit(0);
            Path report = classes.resolve(main + jdk.feature() + ".json");
            Outcome outcome = held(jdk, main, report).run().expectExit(0);

            assertThat(outcome.stdout()).isEqualTo(alone.stdout());
            assertThat(outcome.stderr())
                    .contains(alone.stderr())
                    .containsPattern("woven [1-9]\\d* .* failed 0\n")
                    .doesNotContain("  problem  ", "  not judged  ");
            assertThat(findings(report)).isEmpty();
        }

        String defects(Jdk jdk, String main) throws IOException {
            Path report = classes.resolve(main + jdk.feature() + ".json");
            String stdout = held(jdk, main, report).run().expectExit(0).stdout();
            List<String> inClassFiles = findings(report).stream()
                    .filter(finding -> finding.matches("(" + DEFECTS_IN_CLASS_FILES + ") .*"))
                    .sorted()
                    .toList();
            return stdout + String.join("\n", inClassFiles) + "\n";
        }

        /** Returns the lines of blocks that say who called. */
        List<String> callers(Jdk jdk, String main) {
            Path report = classes.resolve(main + jdk.feature() + ".json");
            return held(jdk, main, report)
                    .run()
                    .expectExit(0)
                    .stderr()
                    .lines()
                    .filter(line -> line.startsWith("  called from "))
                    .toList();
        }

        private ForkedJvm held(Jdk jdk, String main, Path report) {
            return jvm(jdk, main)
                    .agent(AgentJar.path())
                    .property("aide.mode", "enforce")
                    .property("aide.types.depth", "full")
                    .property("aide.rule.throws.undeclared", "enforce")
                    .property("aide.rule.convention", "warn")
                    .property("aide.arity.max", "4")
                    .property("aide.varargs.max", "5")
                    .property(
                            "aide.docs.sources",
                            classes.resolveSibling("sources").toString())
                    .property("aide.report", report.toString());
        }

        private ForkedJvm jvm(Jdk jdk, String main) {
            return ForkedJvm.on(jdk)
                    .jvmOption("-Xverify:all")
                    .classpath(
                            Stream.concat(Stream.of(classes), runtime.stream()).toArray(Path[]::new))
                    .main(main)
                    .timeout(Duration.ofMinutes(5));
        }

        private static List<String> findings(Path report) throws IOException {
            return FINDING.matcher(Files.readString(report))
                    .results()
                    .map(match -> match.group(1) + " " + match.group(2))
                    .toList();
        }
    }
}
