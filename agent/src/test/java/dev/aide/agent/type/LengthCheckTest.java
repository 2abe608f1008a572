package dev.aide.agent.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodHandle;
import java.util.List;
import org.junit.jupiter.api.Test;

class LengthCheckTest {
    private static final JavaType STRINGS = JavaType.parse("[Ljava/lang/String;");

    private final MethodHandle alone = LengthCheck.handle(STRINGS, 2, null);

    @Test
    void more_elements_than_allowed_are_named() {
        Checking.assertMismatch(
                Checking.apply(alone, new String[3]),
                "is longer, declared java.lang.String[] of at most 2 (array of 3)");
        Checking.assertMismatch(
                Checking.apply(LengthCheck.handle(JavaType.parse("[I"), 0, null), new int[1]),
                "is longer, declared int[] of at most 0 (array of 1)");
    }

    @Test
    void no_more_than_allowed_pass_and_so_does_null() {
        assertThat(Checking.apply(alone, new String[2])).isNull();
        assertThat(Checking.apply(alone, null)).isNull();
    }

    @Test
    void that_null_is_excluded_is_not_its_matter() {
        MethodHandle check = LengthCheck.handle(STRINGS.withNonNull(true), 0, null);

        assertThat(Checking.apply(check, new String[1]).declared()).isEqualTo("java.lang.String[] of at most 0");
    }

    @Test
    void elements_are_looked_at_where_the_length_is_right() {
        MethodHandle elements = Checking.full().compile("([Ljava/util/List<Ljava/lang/String;>;)V", "", new List<?>[0]);
        MethodHandle check = LengthCheck.handle(JavaType.parse("[Ljava/util/List<Ljava/lang/String;>;"), 1, elements);

        Checking.assertMismatch(
                Checking.apply(check, new List<?>[] {List.of(7)}),
                "[0][0] is java.lang.Integer, declared java.lang.String (java.util.ImmutableCollections$List12 of 1)");
        assertThat(Checking.apply(check, new List<?>[] {List.of(7), List.of()}).kind())
                .isEqualTo(Mismatch.Kind.LENGTH);
    }
}
