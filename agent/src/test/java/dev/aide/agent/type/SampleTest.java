package dev.aide.agent.type;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTest {

    @ParameterizedTest(name = "{0} of a container of {1}: {2} steps")
    @CsvSource({
        "shallow,   5,       0",
        "sample,    0,       0",
        "sample,    8,       8",
        "sample,    9,       4",
        "sample,    1000000, 4",
        "sample,    -1,      8",
        "full,      1000000, 1000000",
        "full,      -1,      100000",
        "budget:3,  3,       3",
        "budget:3,  4,       3",
        "budget:3,  -1,      3",
    })
    void an_iterator_is_asked_for_so_many_elements(String depth, int size, int steps) {
        assertThat(new Sample(Checking.depth(depth)).steps(size)).isEqualTo(steps);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 9, 1_000, Integer.MAX_VALUE})
    void picks_the_first_the_last_and_some_between(int size) {
        Sample sample = new Sample(Checking.depth("sample"));

        assertThat(sample.index(0, size)).isZero();
        assertThat(sample.index(1, size)).isEqualTo(size - 1);
        for (int i = 0; i < 1_000; i++) {
            assertThat(sample.index(2, size)).isBetween(1, size - 2);
        }
    }

    @Test
    void finds_in_the_end_what_stands_anywhere() {
        Sample sample = new Sample(Checking.depth("sample"));
        boolean[] seen = new boolean[20];
        for (int i = 0; i < 10_000; i++) {
            seen[sample.index(2, seen.length)] = true;
        }

        for (int i = 1; i < seen.length - 1; i++) {
            assertThat(seen[i]).as("index " + i).isTrue();
        }
    }
}
