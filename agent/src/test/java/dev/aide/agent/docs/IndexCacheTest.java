package dev.aide.agent.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.agent.classfile.ClassFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexCacheTest {
    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();
    private Project project;
    private Path jar;
    private Path cache;

    @BeforeEach
    void write() throws IOException {
        project = new Project(folder.resolve("project"))
                .add("p/P.java", "package p; class P { /** Words. */ void m() {} }")
                .compile();
        jar = Project.jar(project.sources, folder.resolve("p-sources.jar"));
        cache = folder.resolve("cache/docs");
    }

    @Test
    void an_index_is_kept_by_the_digest_of_its_jar() throws IOException {
        assertThat(verdict()).isEqualTo(Verdict.DOCUMENTED);
        assertThat(kept()).hasSize(1);
        assertThat(kept().get(0).getFileName().toString()).matches("[0-9a-f]{64}\\.aidedocs");
    }

    @Test
    void the_next_run_reads_what_was_kept() throws IOException {
        verdict();
        Project undocumented =
                new Project(folder.resolve("undocumented")).add("p/P.java", "package p; class P { void m() {} }");
        DocIndexBuilder.build(List.of(undocumented.sources), kept().get(0), warnings::add);

        assertThat(verdict()).isEqualTo(Verdict.MISSING);
    }

    @Test
    void a_jar_that_changed_is_read_anew() throws IOException {
        verdict();
        project.add("p/P.java", "package p; class P { void m() {} }");
        Project.jar(project.sources, jar);

        assertThat(verdict()).isEqualTo(Verdict.MISSING);
        assertThat(kept()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 10, 19, 20, 40})
    void a_cut_or_damaged_file_is_replaced(int length) throws IOException {
        verdict();
        byte[] whole = Files.readAllBytes(kept().get(0));
        byte[] damaged = whole.clone();
        damaged[length] ^= 1;
        for (byte[] bytes : List.of(damaged, java.util.Arrays.copyOf(whole, length))) {
            Files.write(kept().get(0), bytes);

            assertThat(verdict()).isEqualTo(Verdict.DOCUMENTED);
            assertThat(kept()).hasSize(1);
            assertThat(kept().get(0)).hasBinaryContent(whole);
        }
        assertThat(warnings).isEmpty();
    }

    @Test
    void what_warns_is_not_kept() throws IOException {
        project.add("p/Broken.java", "class Broken {");
        Project.jar(project.sources, jar);

        assertThat(verdict()).isEqualTo(Verdict.DOCUMENTED);
        assertThat(verdict()).isEqualTo(Verdict.DOCUMENTED);
        assertThat(warnings).hasSize(2);
        assertThat(cache).doesNotExist();
    }

    @Test
    void a_folder_that_cannot_be_written_is_warned_of() throws IOException {
        cache = Files.createFile(folder.resolve("file"));

        assertThat(verdict()).isEqualTo(Verdict.DOCUMENTED);
        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0))
                .startsWith("aide.docs.cache: nothing can be kept in " + cache + " (")
                .endsWith("): the next run reads the sources again");
    }

    private Verdict verdict() throws IOException {
        return Documentation.open(List.of(jar), cache, warnings::add)
                .of(ClassFile.read(project.classFile("p/P")), null, null)
                .of("m", "()V")
                .verdict();
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.toList();
        }
    }
}
