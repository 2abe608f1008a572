package dev.aide.agent.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmbiguousParametersTest {
    private static final String TEXT = "Ljava/lang/String;";

    private final AmbiguousParameters ambiguous = new AmbiguousParameters(KnownOrders.and(List.of()));

    @ParameterizedTest
    @CsvSource({
        "author, title",
        "customer, order",
        "max, min",
        "height, width",
        "minPrice, maxWeight",
        "x2, x1",
        "e10, e9",
        "e9, e11",
        "e9, f10",
        "e1, e12"
    })
    void two_neighbours_of_one_type_can_be_swapped(String one, String next) {
        assertThat(ambiguous.in(List.of(one, next), List.of("I", "I"))).containsExactly(0, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "min, max",
        "x, y",
        "fromIndex, toIndex",
        "key, value",
        "startLine, endLine",
        "sourceFolder, targetFolder",
        "width, height",
        "offset, length",
        "first, second",
        "left, right",
        "MIN_AGE, MAX_AGE",
        "sourceFile, destFile",
        "expect, update",
        "lo, hi",
        "x1, x2",
        "e9, e10",
        "part99, part100",
        "id99999999999999999999, id100000000000000000000",
        "x1, y1",
        "a, b",
        "setA, setB",
    })
    void unless_everybody_knows_the_order(String one, String next) {
        assertThat(ambiguous.in(List.of(one, next), List.of("I", "I"))).isEmpty();
    }

    @Test
    void other_types_and_what_stands_between_tell_them_apart() {
        assertThat(ambiguous.in(List.of("author", "title"), List.of("I", TEXT))).isEmpty();
        assertThat(ambiguous.in(List.of("author", "pages", "title"), List.of(TEXT, "I", TEXT)))
                .isEmpty();
        assertThat(ambiguous.in(List.of("names", "prices"), List.of("Ljava/util/List<TT;>;", "Ljava/util/List<TP;>;")))
                .isEmpty();
    }

    @Test
    void only_the_neighbours_that_offend_are_named() {
        assertThat(ambiguous.in(List.of("id", "author", "title", "min", "max"), List.of("J", TEXT, TEXT, "I", "I")))
                .containsExactly(1, 2);
        assertThat(ambiguous.in(List.of("author", "title", "editor"), List.of(TEXT, TEXT, TEXT)))
                .containsExactly(0, 1, 2);
    }

    @Test
    void two_booleans_are_ambiguous_wherever_they_stand() {
        assertThat(ambiguous.in(List.of("recursive", "path", "force"), List.of("Z", TEXT, "Z")))
                .containsExactly(0, 2);
        assertThat(ambiguous.in(List.of("recursive", "path"), List.of("Z", TEXT)))
                .isEmpty();
    }

    @Test
    void what_has_no_name_is_not_the_callers_to_swap() {
        assertThat(ambiguous.in(List.of("author", ""), List.of(TEXT, TEXT))).isEmpty();
    }

    @Test
    void a_setting_knows_more_orders() {
        AmbiguousParameters extended = new AmbiguousParameters(KnownOrders.and(List.of("debit,credit")));

        assertThat(extended.in(List.of("debitAccount", "creditAccount"), List.of(TEXT, TEXT)))
                .isEmpty();
        assertThat(extended.in(List.of("creditAccount", "debitAccount"), List.of(TEXT, TEXT)))
                .containsExactly(0, 1);
        assertThat(extended.in(List.of("min", "max"), List.of("I", "I"))).isEmpty();
    }

    @Test
    void a_pair_in_a_setting_is_two_words() {
        for (String wrong : Arrays.asList("debit", "debit,", ",credit", "a,b,c")) {
            assertThatThrownBy(() -> KnownOrders.and(List.of(wrong)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("\"" + wrong + "\" is no pair of words; a pair is written like min,max");
        }
    }

    @Test
    void each_name_has_a_type() {
        assertThatThrownBy(() -> ambiguous.in(List.of("a"), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 names, but 0 types");
    }
}
