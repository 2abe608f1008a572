package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Every JDK reads the same documentation out of the same sources, and so does a runtime without a compiler. */
class DocIndexIT {
    @TempDir
    static Path folder;

    private static Path program;
    private static Path withoutCompiler;

    @BeforeAll
    static void compile() {
        program = Fixture.sources(8, "Indexing")
                .classpath(AgentJar.path())
                .compile()
                .writeTo(folder);
        withoutCompiler = folder.resolve("without-compiler.aidedocs");
        index(ForkedJvm.on(Jdk.running()).jvmOption("--limit-modules", "java.base"), withoutCompiler);
    }

    @JdkTest
    void with_the_jdks_own_parser(Jdk jdk) {
        Path index = folder.resolve(jdk.feature() + ".aidedocs");
        index(ForkedJvm.on(jdk), index);

        assertThat(index).hasSameBinaryContentAs(withoutCompiler);
    }

    @JdkTest({11, 17, 21, 25})
    void without_a_compiler(Jdk jdk) {
        Path index = folder.resolve(jdk.feature() + "-without-compiler.aidedocs");
        index(ForkedJvm.on(jdk).jvmOption("--limit-modules", "java.base,java.compiler"), index);

        assertThat(index).hasSameBinaryContentAs(withoutCompiler);
    }

    private static void index(ForkedJvm jvm, Path index) {
        Outcome outcome = jvm.classpath(AgentJar.path(), program)
                .main("fixture.Indexing")
                .args(Jars.path("guava-sources.jar").toString(), index.toString())
                .run()
                .expectExit(0);

        assertThat(outcome.stdout()).isEqualTo("indexed\n");
        assertThat(outcome.stderr()).isEmpty();
    }
}
