package dev.aide.agent.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocCommentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Places an order.",
                "@return the number of orders",
                "@param lines what to order",
                "@throws IOException if the disk is full",
                "@deprecated use place",
                "@see #place",
                "{@inheritDoc}",
                "{@return the number of orders}",
                "\u6ce8\u6587\u3059\u308b"
            })
    void words_document(String comment) {
        assertThat(read(comment).hasWords).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " \n \n", "...", "@param lines", "@return", "@throws IOException", "@author me", "@since 1"})
    void a_comment_that_says_nothing_does_not(String comment) {
        assertThat(read(comment).hasWords).isFalse();
    }

    @Test
    void tags_are_read_with_what_they_name() {
        DocTags tags = read("""
                Words with an e-mail@address.org
                  @param  lines  the lines
                @param <T> a type
                @param\tcount
                 the count
                @return the @param number
                @throws IOException if
                @exception a.b.C if
                @throws {@code Not} a name
                @param <code>html</code> no name
                @param price, in cents
                """);

        assertThat(tags.parameters).containsExactly("lines", "count", "price");
        assertThat(tags.typeParameters).containsExactly("T");
        assertThat(tags.thrown).containsExactly("IOException", "a.b.C");
        assertThat(tags.hasReturn).isTrue();
        assertThat(tags.inherits).isFalse();
    }

    @Test
    void code_holds_no_tags() {
        DocTags tags = read("""
                As in <pre>{@code
                  @param a { }
                  @Override }</pre> or
                ```
                @return b
                ```
                @param c real
                """);

        assertThat(tags.parameters).containsExactly("c");
        assertThat(tags.hasReturn).isFalse();
    }

    @Test
    void an_inline_tag_that_is_never_closed_swallows_nothing() {
        assertThat(read("Uses {@code List<String>\n@param a real").parameters).containsExactly("a");
    }

    @Test
    void inherited_words_are_told() {
        assertThat(read("{@inheritDoc}\n@param a x").inherits).isTrue();
        assertThat(read("@return {@inheritDoc}").inherits).isTrue();
    }

    @Test
    void exceptions_that_are_imported_are_qualified() {
        DocTags tags = DocComment.read(
                "@throws IOException if\n@throws Entry.Bad if\n@throws Exception if",
                List.of("java.io.IOException", "a.Entry"));

        assertThat(tags.thrown).containsExactly("java.io.IOException", "a.Entry.Bad", "Exception");
    }

    private static DocTags read(String comment) {
        return DocComment.read(comment, List.of());
    }
}
