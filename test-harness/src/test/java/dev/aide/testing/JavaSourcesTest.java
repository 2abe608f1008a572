package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaSourcesTest {
    private static final String HELLO = """
            package com.acme;
            public class Hello {
                public static void main(String[] arguments) {
                    System.out.print("hello from " + new Object() {}.getClass().getName());
                }
            }
            """;

    private final JavaSources hello = JavaSources.release(8).source("com.acme.Hello", HELLO);

    @TempDir
    Path folder;

    @Test
    void each_class_that_the_compiler_writes_is_there() {
        assertThat(hello.compile().byName()).containsOnlyKeys("com.acme.Hello", "com.acme.Hello$1");
    }

    @Test
    void the_release_decides_the_version_of_the_class_file() {
        assertThat(majorVersion(hello)).isEqualTo(52);
        assertThat(majorVersion(JavaSources.release(17).source("com.acme.Hello", HELLO)))
                .isEqualTo(61);
    }

    @Test
    void it_runs_from_a_folder() {
        Path classes = hello.compile().writeTo(folder.resolve("classes"));
        Outcome outcome = ForkedJvm.on(Jdk.running())
                .classpath(classes)
                .main("com.acme.Hello")
                .run()
                .expectExit(0);
        assertThat(outcome.stdout()).isEqualTo("hello from com.acme.Hello$1");
    }

    @Test
    void it_runs_from_a_jar() {
        Path jar = hello.compile().writeJar(folder.resolve("hello.jar"), "com.acme.Hello");
        assertThat(ForkedJvm.on(Jdk.running()).jar(jar).run().expectExit(0).stdout())
                .isEqualTo("hello from com.acme.Hello$1");
    }

    @Test
    void names_are_in_the_debug_information_alone_unless_told_otherwise() {
        assertThat(facts(hello)).containsExactlyInAnyOrder("variables", "lines", "source");
        assertThat(facts(hello.parameters())).containsExactlyInAnyOrder("parameters", "variables", "lines", "source");
        assertThat(facts(hello.withoutDebugInformation())).isEmpty();
        assertThat(facts(hello.withoutDebugInformation().parameters())).containsExactly("parameters");
    }

    @Test
    void sources_see_each_other_and_the_class_path() {
        Path library = hello.compile().writeJar(folder.resolve("hello.jar"));
        JavaSources two = JavaSources.release(8)
                .source("a.One", "package a; public class One extends com.acme.Hello {}")
                .source("b.Two", "package b; public class Two extends a.One {}");

        assertThat(two.classpath(library).compile().byName()).containsOnlyKeys("a.One", "b.Two");
        assertThatThrownBy(two::compile).hasMessageContaining("com.acme");
    }

    @Test
    void what_does_not_compile_says_where_and_why() {
        JavaSources wrong = JavaSources.release(8).source("a.Wrong", "package a;\nclass Wrong { int i = \"one\"; }");
        assertThatThrownBy(wrong::compile)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The sources do not compile:\n")
                .hasMessageContaining("Wrong.java:2")
                .hasMessageContaining("String cannot be converted to int");
    }

    private static int majorVersion(JavaSources sources) {
        return new ClassReader(sources.compile().byName().get("com.acme.Hello")).readShort(6);
    }

    private static Set<String> facts(JavaSources sources) {
        Set<String> facts = new HashSet<>();
        MethodVisitor inMethod = new MethodVisitor(Opcodes.ASM9) {
            @Override
            public void visitParameter(String name, int access) {
                facts.add("parameters");
            }

            @Override
            public void visitLineNumber(int line, Label start) {
                facts.add("lines");
            }

            @Override
            public void visitLocalVariable(
                    String name, String descriptor, String signature, Label start, Label end, int index) {
                facts.add("variables");
            }
        };
        ClassVisitor inClass = new ClassVisitor(Opcodes.ASM9) {
            @Override
            public void visitSource(String file, String debug) {
                facts.add("source");
            }

            @Override
            public MethodVisitor visitMethod(
                    int access, String name, String descriptor, String signature, String[] exceptions) {
                return inMethod;
            }
        };
        new ClassReader(sources.compile().byName().get("com.acme.Hello")).accept(inClass, 0);
        return facts;
    }
}
