package dev.aide.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DepthTest {

    @ParameterizedTest(name = "{0}: all up to {1}, else {2}")
    @CsvSource({
        "shallow,           0,          0",
        "sample,            8,          4",
        "full,              2147483647, 2147483647",
        "budget:1,          1,          1",
        "budget:100,        100,        100",
        "budget:2147483647, 2147483647, 2147483647",
    })
    void says_how_many_elements_are_looked_at(String text, int all, int picked) throws BadConfiguration {
        Depth depth = Depth.parse(text, "test");

        assertThat(depth.all()).isEqualTo(all);
        assertThat(depth.picked()).isEqualTo(picked);
        assertThat(depth).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Full", "deep", "budget", "budget:", "budget:0", "budget:-1", "budget:x", "budget:2147483648"
            })
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> Depth.parse(text, "-Daide.types.depth"))
                .isInstanceOf(BadConfiguration.class)
                .hasMessage("-Daide.types.depth: '" + text
                        + "' is not a depth; write shallow, sample, full or budget:<n> with n from 1 up");
    }
}
