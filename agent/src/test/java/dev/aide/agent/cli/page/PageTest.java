package dev.aide.agent.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageTest {
    @Test
    void headings_and_words_lose_their_marks() {
        assertThat(plain("# types.argument\n\n**Why.** It is `off` by *default*, see [settings](settings.md).\n"))
                .isEqualTo("types.argument\n\nWhy. It is off by default, see settings.\n");
    }

    @Test
    void a_terminal_shows_headings_strong_words_and_code_in_styles() {
        assertThat(page("# Rule\n**Why.** It is `off`.\n").render(80, true))
                .isEqualTo("\u001b[1mRule\u001b[0m\n\u001b[1mWhy.\u001b[0m It is \u001b[36moff\u001b[0m.\n");
    }

    @Test
    void paragraphs_are_filled_to_the_width() {
        assertThat(page("one two\nthree four\n\nfive\n").render(9, false)).isEqualTo("one two\nthree\nfour\n\nfive\n");
        assertThat(page("a longerThanAllOfIt b\n").render(5, false)).isEqualTo("a\nlongerThanAllOfIt\nb\n");
    }

    @Test
    void code_keeps_its_lines() {
        assertThat(page("```java\nint a = **b;\n\n  `c`\n```\nnext\n").render(5, false))
                .isEqualTo("    int a = **b;\n\n      `c`\nnext\n");
    }

    @Test
    void items_of_lists_stand_under_their_markers() {
        assertThat(page("- one two\n  three\n- four\n\n12. five six seven\n").render(11, false))
                .isEqualTo("- one two\n  three\n- four\n\n12. five\n    six\n    seven\n");
    }

    @Test
    void a_link_out_of_the_pages_says_where_it_leads() {
        assertThat(plain("see [this](https://acme.example/a) and [that](b.md)\n"))
                .isEqualTo("see this (https://acme.example/a) and that\n");
    }

    @Test
    void columns_of_tables_are_as_wide_as_their_cells() {
        assertThat(plain("| rule | level |\n|---|---|\n| `types.argument` | warn |\n| a | |\n"))
                .isEqualTo("rule            level\ntypes.argument  warn\na\n");
    }

    @Test
    void cells_are_wrapped_in_the_widest_column() {
        assertThat(page("| a | what it is for | c |\n|---|---|---|\n| one | two three four | five |\n")
                        .render(20, false))
                .isEqualTo("""
                        a    what it    c
                             is for
                        one  two three  five
                             four
                        """);
    }

    @Test
    void a_table_that_cannot_be_narrow_enough_sticks_out() {
        assertThat(page("| a | b |\n|---|---|\n| long | words |\n").render(5, false))
                .isEqualTo("a     b\nlong  words\n");
    }

    private static String plain(String markdown) {
        return page(markdown).render(80, false);
    }

    private static Page page(String markdown) {
        return new Page(markdown.lines().toList());
    }
}
