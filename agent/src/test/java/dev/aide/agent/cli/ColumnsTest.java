package dev.aide.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {
    @Test
    void each_column_is_as_wide_as_its_widest_word_and_the_last_ends_with_it() {
        Columns columns = new Columns();
        columns.add("a", "first", "x");
        columns.add("longer", "b", "y z");

        assertThat(columns).hasToString("a       first  x\nlonger  b      y z\n");
    }
}
