package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What a switch says of classes that cannot be changed, and that the program goes on with them as they were. */
class RefusedSwitchIT {
    private static final CompiledClasses SWITCHING =
            Fixture.sources(8, "Switching").parameters().compile();

    /** Gives the JVM what stands in a file for a class that is loaded already, which an agent can do by mistake. */
    private static final CompiledClasses OTHER_AGENT =
            JavaSources.release(8).source("com.other.OtherAgent", """
            package com.other;

            import java.lang.instrument.*;
            import java.nio.file.*;
            import java.security.ProtectionDomain;

            public class OtherAgent implements ClassFileTransformer {
                private static byte[] given;

                public static void premain(String file, Instrumentation instrumentation) throws Exception {
                    given = Files.readAllBytes(Paths.get(file));
                    instrumentation.addTransformer(new OtherAgent(), true);
                    if (Boolean.getBoolean("loads")) {
                        Class.forName("fixture.Switching", false, ClassLoader.getSystemClassLoader());
                    }
                }

                @Override
                public byte[] transform(
                        ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] classFile) {
                    return type != null && "fixture/Switching".equals(name) ? given : null;
                }
            }
            """).compile();

    private static final String ADDS_A_METHOD =
            "java.lang.UnsupportedOperationException: class redefinition failed: attempted to add a method";

    @TempDir
    Path folder;

    private Path otherAgent;
    private Path given;

    @BeforeEach
    void write() throws IOException {
        SWITCHING.writeTo(folder);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(new Attributes.Name("Premain-Class"), "com.other.OtherAgent");
        manifest.getMainAttributes().put(new Attributes.Name("Can-Retransform-Classes"), "true");
        otherAgent = OTHER_AGENT.writeJar(folder.resolve("other-agent.jar"), manifest);
        given = Files.write(folder.resolve("given"), withOneMethodMore());
    }

    @JdkTest
    void a_class_that_the_jvm_refuses_to_change_needs_a_restart_and_is_held_as_before(Jdk jdk) {
        Outcome outcome = ForkedJvm.on(jdk)
                .agent(AgentJar.path(), "mode=enforce;rule.types.return=off")
                .agent(otherAgent, given.toString())
                .classpath(folder)
                .main("fixture.Switching")
                .args(
                        "call take",
                        "switchModes rule.types.return=enforce",
                        "call take",
                        "call give",
                        "switchModes mode=off",
                        "call take",
                        "switchModes mode=enforce",
                        "call take",
                        "call names")
                .run()
                .expectExit(0);

        String restart = "1 class needs a restart, since the JVM refused to change it: fixture.Switching ("
                + ADDS_A_METHOD + ")\n";
        assertThat(outcome.stdout()).isEqualTo("""
                take TypeViolation
                switched to aide.mode=enforce aide.rule.types.return=enforce: 0 sites linked anew, 1 class transformed again; RESTART\
                take TypeViolation
                give passes
                switched to aide.mode=off aide.rule.types.return=enforce: 2 sites linked anew, 0 classes transformed again; \
                aide.mode=off stops everything, whatever the rules say
                take passes
                switched to aide.mode=enforce aide.rule.types.return=enforce: 2 sites linked anew, 1 class transformed again; RESTART\
                take TypeViolation
                names
                names passes
                """.replace("RESTART", restart));
        assertThat(outcome.stderr()).contains("\n  classes     woven 1 · nothing to check 1 ", " failed 0\n");
    }

    @JdkTest({8, 17, 25})
    void bytes_that_are_no_class_are_refused_too(Jdk jdk) throws IOException {
        Files.write(given, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});

        Outcome outcome = ForkedJvm.on(jdk)
                .agent(AgentJar.path(), "rule.types=off")
                .agent(otherAgent, given.toString())
                .classpath(folder)
                .main("fixture.Switching")
                .args("switchModes rule.types=enforce", "call take")
                .run()
                .expectExit(0);

        assertThat(outcome.stdout())
                .contains("1 class needs a restart, since the JVM refused to change it: fixture.Switching (java.lang.")
                .endsWith("\ntake passes\n");
    }

    @JdkTest
    void a_class_that_was_loaded_before_and_is_refused_is_named_in_the_summary(Jdk jdk) {
        Outcome outcome = ForkedJvm.on(jdk)
                .agent(otherAgent, given.toString())
                .agent(AgentJar.path(), "mode=enforce")
                .property("loads", "true")
                .classpath(folder)
                .main("fixture.Switching")
                .args("call take")
                .run()
                .expectExit(0);

        assertThat(outcome.stdout()).isEqualTo("take passes\n");
        assertThat(outcome.stderr())
                .contains("\n  classes     woven 0 ", " failed 1\n")
                .containsOnlyOnce(
                        "fixture.Switching is not held: it was loaded before aide, and the JVM refused to change"
                                + " it: " + ADDS_A_METHOD);
    }

    @JdkTest({8, 17, 25})
    void one_that_is_refused_keeps_none_of_many_from_being_changed(Jdk jdk) throws IOException {
        for (int i = 0; i < 250; i++) {
            Files.write(folder.resolve("fixture/Many" + i + ".class"), taking("fixture/Many" + i, 0));
        }

        Outcome outcome = ForkedJvm.on(jdk)
                .agent(AgentJar.path(), "rule.types=off")
                .agent(otherAgent, given.toString())
                .classpath(folder)
                .main("fixture.Switching")
                .args("many 250", "switchModes rule.types=enforce", "many 250")
                .run()
                .expectExit(0);

        assertThat(outcome.stdout())
                .startsWith("0 of 250 fail\n")
                .contains(": 0 sites linked anew, 251 classes transformed again; 1 class needs a restart, ")
                .endsWith("\n250 of 250 fail\n");
    }

    @JdkTest
    void a_class_whose_method_gets_too_large_is_said_not_to_be_held(Jdk jdk) throws IOException {
        // with its return three bytes less than a method may have
        Files.write(folder.resolve("fixture/Big.class"), taking("fixture/Big", 65_531));

        Outcome outcome = ForkedJvm.on(jdk)
                .agent(AgentJar.path(), "rule.types=off")
                .classpath(folder)
                .main("fixture.Switching")
                .args("call big", "switchModes rule.types=enforce", "call big", "call take")
                .run()
                .expectExit(0);

        assertThat(outcome.stdout().replaceAll("\\(\\S+MethodTooLargeException", "(MethodTooLargeException"))
                .isEqualTo("""
                        big passes
                        switched to aide.mode=warn aide.rule.types=enforce: 0 sites linked anew, 2 classes transformed again; \
                        1 class cannot be held: fixture.Big (MethodTooLargeException: Method too large: fixture/Big.take \
                        (Ljava/util/List;)V)
                        big passes
                        take TypeViolation
                        """);
        assertThat(outcome.stderr()).contains(" failed 1\n").containsOnlyOnce("fixture.Big is not held: ");
    }

    private static byte[] withOneMethodMore() {
        ClassReader reader = new ClassReader(SWITCHING.byName().get("fixture.Switching"));
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public void visitEnd() {
                        int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_NATIVE;
                        visitMethod(access, "added", "()V", null, null).visitEnd();
                        super.visitEnd();
                    }
                },
                0);
        return writer.toByteArray();
    }

    /** A class with a method {@code take(List<String>)}, which does nothing so many times. */
    private static byte[] taking(String name, int times) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, name, null, "java/lang/Object", null);
        MethodVisitor take = writer.visitMethod(
                Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC,
                "take",
                "(Ljava/util/List;)V",
                "(Ljava/util/List<Ljava/lang/String;>;)V",
                null);
        take.visitCode();
        for (int i = 0; i < times; i++) {
            take.visitInsn(Opcodes.NOP);
        }
        take.visitInsn(Opcodes.RETURN);
        take.visitMaxs(0, 1);
        take.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }
}
