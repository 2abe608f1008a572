package dev.aide.agent.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BaselineTextTest {
    private static final String A = "types.argument com.acme.A#a(List) p[] String";
    private static final String B = "types.argument com.acme.B#b(List) p[] String";
    private static final String C = "types.return com.acme.A#c() result[] String";

    @Test
    void more_entries_go_where_they_belong_and_comments_stay_with_theirs() {
        BaselineText text = parse("""
                # of team Orders

                # see issue 12
                # and 13
                B  # until spring
                # the end
                """);

        assertThat(text.with(List.of(entry(C), entry(A))))
                .hasToString("""
                        # of team Orders

                        A
                        # see issue 12
                        # and 13
                        B  # until spring
                        C
                        # the end
                        """.replace("A\n", A + "\n").replace("B ", B + " ").replace("C\n", C + "\n"));
    }

    @Test
    void nothing_changes_where_all_is_there() {
        String before = "\n" + A + "\n\n" + B + " # why\n\n# end\n";

        assertThat(BaselineText.parse(before.lines().toList()).with(List.of(entry(B))))
                .hasToString(before);
    }

    @Test
    void an_entry_goes_with_the_comments_that_are_its_own() {
        BaselineText text = parse("""
                # of team Orders

                # see issue 12
                A
                # see issue 13
                B  # until spring
                # the end
                """);

        assertThat(text.without(List.of(entry(B), entry(C))))
                .hasToString("# of team Orders\n\n# see issue 12\n" + A + "\n# the end\n");
    }

    @Test
    void two_texts_are_one_where_the_first_ones_comments_stay() {
        assertThat(parse("# ours\n\n# because\nA\n").and(parse("# theirs\n\n# why\nA\n# until spring\nB\n# end\n")))
                .hasToString("# ours\n\n# because\n" + A + "\n# until spring\n" + B + "\n");
    }

    @Test
    void what_was_merged_by_hand_in_any_order_and_twice_is_read() {
        assertThat(parse("  B\t\r\nA\r\nB\n").entries()).containsExactly(entry(A), entry(B));
        assertThat(parse("B\nA\nB\n")).hasToString(A + "\n" + B + "\n");
    }

    @Test
    void a_new_file_says_what_it_is() {
        assertThat(BaselineText.empty().with(List.of(entry(A))))
                .hasToString("# Findings that are known to aide: they neither print nor throw.\n"
                        + "# One a line: rule, class#method, position, type found."
                        + " More are recorded by aide.baseline.update=true.\n\n" + A + "\n");
    }

    @Test
    void a_line_that_is_no_entry_is_named_by_its_number() {
        assertThatThrownBy(() -> parse("# first\n\nA\n<<<<<<< HEAD\n"))
                .hasMessageStartingWith("line 4: it is not rule, method, position and type, ");
        assertThatThrownBy(() -> parse("types.none com.acme.A#a() p String # why"))
                .hasMessageStartingWith("line 1: 'types.none' is not a rule; known are types.argument, ");
    }

    private static BaselineText parse(String lines) {
        return BaselineText.parse(lines.lines().map(BaselineTextTest::inFull).toList());
    }

    private static String inFull(String line) {
        String text = line.strip();
        return text.equals("A") ? A : text.startsWith("B") ? B + text.substring(1) : line;
    }

    private static BaselineEntry entry(String line) {
        return BaselineEntry.parse(line);
    }
}
