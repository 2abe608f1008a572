package dev.aide.agent.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ErasedTypesTest {
    private static final String DESCRIPTOR = "(BCDFIJSZ[[ILjava/util/Map$Entry;[Ljava/sql/Date;)V";

    @Test
    void types_fit_as_they_may_be_written() {
        assertThat(fit("Map.Entry", "Date[]")).isEqualTo(12);
        assertThat(fit("Entry", "java.sql.Date[]")).isEqualTo(13);
        assertThat(fit("java.util.Map.Entry", "sql.Date[]")).isEqualTo(15);
        assertThat(fit("java.util.Map$Entry", "Date[]")).isEqualTo(14);
        // HashMap inherits Entry
        assertThat(fit("HashMap.Entry", "Date[]")).isEqualTo(11);
    }

    @Test
    void other_types_do_not_fit() {
        assertThat(fit("Map", "Date[]")).isEqualTo(-1);
        assertThat(fit("Entry", "Date")).isEqualTo(-1);
        assertThat(fit("try", "Date[]")).isEqualTo(-1);
        assertThat(ErasedTypes.of(DESCRIPTOR).fit(List.of("byte"))).isEqualTo(-1);
    }

    @Test
    void what_the_compiler_added_is_left_out() {
        assertThat(ErasedTypes.of("(Lp/Outer;I)V").without(1).fit(List.of("int")))
                .isEqualTo(1);
        assertThat(ErasedTypes.of("()V").without(2).fit(List.of())).isZero();
    }

    private static int fit(String entry, String dates) {
        return ErasedTypes.of(DESCRIPTOR)
                .fit(List.of(
                        "byte", "char", "double", "float", "int", "long", "short", "boolean", "int[][]", entry, dates));
    }
}
