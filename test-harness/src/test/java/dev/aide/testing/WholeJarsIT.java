package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Each class of large jars is woven and then linked under full verification: what is woven must be as valid as before. */
class WholeJarsIT {
    @TempDir
    Path folder;

    @JdkTest({8, 17, 25})
    void two_jars(Jdk jdk) {
        check(jdk, "commons-collections.jar", "guava.jar");
    }

    @Tag("long")
    @JdkTest({8, 17, 25})
    void jars_for_java_1_to_1_4(Jdk jdk) {
        check(
                jdk,
                "commons-collections.jar",
                "itext.jar",
                "xalan.jar",
                "serializer.jar",
                "spring-core-2.jar",
                "ant.jar");
    }

    @Tag("long")
    @JdkTest({8, 17, 25})
    void jars_for_java_5_to_7(Jdk jdk) {
        check(jdk, "hibernate-core.jar", "poi.jar", "xercesImpl.jar");
    }

    @Tag("long")
    @JdkTest({8, 17, 25})
    void jars_for_java_8(Jdk jdk) {
        check(jdk, "guava.jar", "groovy.jar", "kotlin-stdlib.jar", "scala-library.jar", "spring-core.jar");
    }

    @Tag("long")
    @JdkTest({11, 17, 25})
    void jars_for_java_11(Jdk jdk) {
        check(jdk, "h2.jar", "checkstyle.jar");
    }

    private void check(Jdk jdk, String... names) {
        List<Path> jars = Arrays.stream(names).map(Jars::path).toList();
        ForkedJvm linker = linker(jdk, jars);
        Outcome alone = linker.run().expectExit(0);
        Outcome outcome = linker.agent(AgentJar.path())
                .property("aide.include", "**")
                .run()
                .expectExit(0);

        assertThat(outcome.stdout()).isEqualTo(alone.stdout()).contains("fixture.Unverifiable java.lang.VerifyError\n");
        assertThat(outcome.stderr()).containsPattern("woven [1-9]\\d* .* failed 0\\n");
    }

    private ForkedJvm linker(Jdk jdk, List<Path> jars) {
        JarLinker.SOURCES.compile().writeTo(folder);
        new CompiledClasses(Map.of("fixture.Unverifiable", unverifiable())).writeTo(folder);
        Path[] classpath = Stream.concat(Stream.of(folder), jars.stream()).toArray(Path[]::new);
        return ForkedJvm.on(jdk)
                // without it, what fails in class files of version 50 is tried again in an older, milder way
                .jvmOption("-XX:+IgnoreUnrecognizedVMOptions", "-XX:-FailOverToOldVerifier")
                .classpath(classpath)
                .main(JarLinker.MAIN)
                .args(jars.stream().map(Path::toString).toArray(String[]::new))
                .timeout(Duration.ofMinutes(5));
    }

    /** A class that returns a number as a String, to see that classes are verified at all. */
    private static byte[] unverifiable() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, "fixture/Unverifiable", null, "java/lang/Object", null);
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "name", "()Ljava/lang/String;", null, null);
        method.visitCode();
        method.visitInsn(Opcodes.ICONST_0);
        method.visitInsn(Opcodes.ARETURN);
        method.visitMaxs(1, 0);
        method.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }
}
