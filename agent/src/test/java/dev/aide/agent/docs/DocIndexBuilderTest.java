package dev.aide.agent.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aide.agent.docs.source.SourceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocIndexBuilderTest {
    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();

    @Test
    void jars_and_folders_make_one_index() throws IOException {
        Project one = new Project(folder.resolve("one")).add("p/P.java", "package p; class P { class Q {} }");
        Project two =
                new Project(folder.resolve("two")).add("R.java", "class R {}").add("p/P.java", "package p; class P {}");
        Path jar = Project.jar(two.sources, folder.resolve("two.jar"));
        Path index = folder.resolve("new/folder/all.aidedocs");

        assertThat(DocIndexBuilder.build(List.of(one.root, jar), index, warnings::add))
                .isEqualTo(3);
        assertThat(IndexFile.read(index).types()).containsOnlyKeys("p.P", "p.P$Q", "R");
        assertThat(warnings).isEmpty();
    }

    @Test
    void another_ending_is_refused() {
        Path target = folder.resolve("index.bin");

        assertThatThrownBy(() -> DocIndexBuilder.build(List.of(), target, warnings::add))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(target + " does not end with .aidedocs, by which aide.docs.sources knows an index; call it "
                        + target + ".aidedocs");
    }

    @Test
    void what_cannot_be_read_is_left_out_with_a_warning() throws IOException {
        Project project =
                new Project(folder.resolve("p")).add("A.java", "class A {}").add("B.java", "class B");

        assertThat(DocIndexBuilder.build(List.of(project.root), folder.resolve("p.aidedocs"), warnings::add))
                .isEqualTo(1);
        assertThat(warnings)
                .containsExactly(project.sources.resolve("B.java") + " is no Java source that can be read (line 1: the"
                        + " file ends where more should follow): documentation is not judged by it");
    }

    /** Byte by byte: tags, names and all. */
    @ParameterizedTest
    @ValueSource(strings = {"guava-sources.jar", "spring-core-sources.jar", "hibernate-core-sources.jar"})
    void with_and_without_compiler_the_index_is_the_same(String jar) {
        DocIndex compiled = index(SourceReader.withCompiler(), jar);
        DocIndex skimmed = index(SourceReader.withoutCompiler(), jar);

        assertThat(compiled.types().keySet()).isEqualTo(skimmed.types().keySet());
        compiled.types()
                .forEach((name, methods) ->
                        assertThat(skimmed.types().get(name)).as(name).isEqualTo(methods));
        assertThat(warnings).isEmpty();
    }

    private DocIndex index(SourceReader reader, String jar) {
        SourceIndexer indexer = new SourceIndexer(reader, warnings::add);
        indexer.addJar(SourceJars.path(jar));
        return indexer.index();
    }
}
