package dev.aide.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> KNOWN = List.of("types.argument", "nulls.argument", "types.depth");

    @Test
    void a_mistyped_name_is_the_one_with_the_fewest_differences() {
        assertThat(Nearest.to("types.arguments", KNOWN)).isEqualTo("types.argument");
        assertThat(Nearest.to("tipes.depht", KNOWN)).isEqualTo("types.depth");
    }

    @Test
    void the_last_word_alone_may_be_meant() {
        assertThat(Nearest.to("depth", KNOWN)).isEqualTo("types.depth");
    }

    @Test
    void of_names_with_the_same_last_word_the_beginning_decides() {
        assertThat(Nearest.to("null.argument", KNOWN)).isEqualTo("nulls.argument");
    }

    @Test
    void where_none_is_known_there_is_none() {
        assertThat(Nearest.to("depth", List.of())).isNull();
    }
}
