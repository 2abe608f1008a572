package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Agents beside aide that load, change or refuse the classes that it weaves, and classes that nobody can read. */
class OtherTransformersIT {
    private static final CompiledClasses PROGRAM =
            JavaSources.release(8).parameters().source("com.acme.Main", """
            package com.acme;

            import java.util.*;

            public class Main {
                public static void main(String[] classes) throws Exception {
                    List names = new ArrayList<>(Arrays.asList("a", 7));
                    System.out.println(count(names) + " "
                            + Main.class.getDeclaredMethod("count", List.class).getParameters()[0].getName());
                    for (String each : classes) {
                        try {
                            System.out.println(Class.forName(each).getName());
                        } catch (LinkageError e) {
                            System.out.println(e.getClass().getName());
                        }
                    }
                }

                static int count(List<String> names) {
                    return names.size();
                }
            }
            """).compile();

    private static final CompiledClasses LOADING_AGENT =
            agent("Class.forName(\"com.acme.Main\", true, ClassLoader.getSystemClassLoader());", "return null;");

    private static final CompiledClasses RETRANSFORMING_AGENT =
            agent("""
            instrumentation.addTransformer(new OtherAgent(), true);
            Class<?> main = Class.forName("com.acme.Main", true, ClassLoader.getSystemClassLoader());
            instrumentation.retransformClasses(main);
            instrumentation.retransformClasses(main);
            """, "return \"com/acme/Main\".equals(name) ? classFile.clone() : null;");

    private static final CompiledClasses THROWING_AGENT = agent(
            "instrumentation.addTransformer(new OtherAgent(), true);",
            "throw new IllegalStateException(\"never works\");");

    private static final Finding FINDING =
            new Finding("com.acme.Main.count", "names[]", "java.lang.Integer", "java.lang.String");

    @TempDir
    Path folder;

    @BeforeEach
    void write_the_program() {
        PROGRAM.writeTo(folder);
    }

    @JdkTest
    void a_class_that_was_loaded_before_is_woven_and_keeps_its_parameter_names(Jdk jdk) throws IOException {
        expectFinding(ForkedJvm.on(jdk).agent(jar(LOADING_AGENT)).agent(AgentJar.path()));
    }

    @JdkTest
    void a_class_that_is_transformed_again_stays_woven(Jdk jdk) throws IOException {
        expectFinding(ForkedJvm.on(jdk).agent(AgentJar.path()).agent(jar(RETRANSFORMING_AGENT)));
    }

    @JdkTest
    void a_transformer_that_throws_changes_nothing(Jdk jdk) throws IOException {
        expectFinding(ForkedJvm.on(jdk).agent(jar(THROWING_AGENT)).agent(AgentJar.path()));
        expectFinding(ForkedJvm.on(jdk).agent(AgentJar.path()).agent(jar(THROWING_AGENT)));
    }

    @JdkTest
    void class_files_that_nobody_can_read_are_left_alone_and_named(Jdk jdk) throws IOException {
        byte[] whole = PROGRAM.byName().get("com.acme.Main");
        Files.write(folder.resolve("com/acme/Cut.class"), Arrays.copyOf(whole, whole.length / 2));
        byte[] future = whole.clone();
        ByteBuffer.wrap(future).putShort(6, (short) 99);
        Files.write(folder.resolve("com/acme/Future.class"), future);

        Outcome alone = program(ForkedJvm.on(jdk)).run().expectExit(0);
        Outcome outcome =
                program(ForkedJvm.on(jdk).agent(AgentJar.path())).run().expectExit(0);

        assertThat(outcome.stdout())
                .isEqualTo(alone.stdout())
                .contains("java.lang.ClassFormatError", "java.lang.UnsupportedClassVersionError");
        assertThat(outcome.stderr())
                .contains("woven 1 ", "failed 2\n")
                .containsOnlyOnce("com.acme.Cut is not held: ")
                .containsOnlyOnce(
                        "com.acme.Future is not held: its class file version 99 is newer than this aide knows; update aide");
        assertThat(Finding.inSummary(outcome.stderr())).containsExactly(FINDING);
    }

    private void expectFinding(ForkedJvm jvm) {
        Outcome outcome = jvm.property("aide.include", "com.acme.Main")
                .classpath(folder)
                .main("com.acme.Main")
                .run()
                .expectExit(0);

        assertThat(outcome.stdout()).isEqualTo("2 names\n");
        assertThat(Finding.printed(outcome.stderr())).as("%s", outcome).hasSize(1);
        assertThat(Finding.inSummary(outcome.stderr())).containsExactly(FINDING);
        assertThat(outcome.stderr()).contains("failed 0");
    }

    private ForkedJvm program(ForkedJvm jvm) {
        return jvm.classpath(folder).main("com.acme.Main").args("com.acme.Cut", "com.acme.Future");
    }

    private static CompiledClasses agent(String premain, String transform) {
        return JavaSources.release(8)
                .source("com.other.OtherAgent", """
                package com.other;

                import java.lang.instrument.*;
                import java.security.ProtectionDomain;

                public class OtherAgent implements ClassFileTransformer {
                    public static void premain(String arguments, Instrumentation instrumentation) throws Exception {
                        %s
                    }

                    @Override
                    public byte[] transform(
                            ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] classFile) {
                        %s
                    }
                }
                """.formatted(premain, transform))
                .compile();
    }

    private Path jar(CompiledClasses agent) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(new Attributes.Name("Premain-Class"), "com.other.OtherAgent");
        manifest.getMainAttributes().put(new Attributes.Name("Can-Retransform-Classes"), "true");
        return agent.writeJar(folder.resolve("other-agent.jar"), manifest);
    }
}
