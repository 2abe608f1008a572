package dev.aide.agent.docs.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SourceReaderTest {
    private final SourceReader reader = SourceReader.withCompiler();

    @Test
    void the_compiler_reads_what_it_knows() throws Exception {
        assertThat(comment("class C { /** Words. */ void m() {} }")).isEqualTo("Words.");
    }

    @Test
    void markdown_comments_are_seen_on_every_jdk() throws Exception {
        assertThat(comment("class C {\n/// Words.\nvoid m() {} }")).isEqualTo("Words.");
    }

    @Test
    void a_source_newer_or_older_than_the_jdk_is_read_too() throws Exception {
        assertThat(comment("import module java.base; class C { /** New. */ void m() {} }"))
                .isEqualTo("New.");
        assertThat(comment("class C { /** Old. */ void m() { int enum = 1; } }"))
                .isEqualTo("Old.");
    }

    @Test
    void a_runtime_without_compiler_reads_as_well() throws Exception {
        SourceFile file = SourceReader.withoutCompiler().read("class C { /** Words. */ void m() {} }");

        assertThat(file.types().get(0).methods().get(0).comment().trim()).isEqualTo("Words.");
    }

    @Test
    void what_neither_can_read_is_refused() {
        assertThatThrownBy(() -> reader.read("class C {\n  void m( }\n"))
                .isInstanceOf(UnreadableSource.class)
                .hasMessage("line 2: '}' stands where a name should");
    }

    private String comment(String text) throws UnreadableSource {
        return reader.read(text).types().get(0).methods().get(0).comment().trim();
    }
}
