package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    private final Outcome outcome = new Outcome(List.of("java", "Main"), 3, "out\n", "err\n", Duration.ofMillis(12));

    @Test
    void the_expected_exit_code_gives_the_outcome_back() {
        assertThat(outcome.expectExit(3)).isSameAs(outcome);
    }

    @Test
    void another_exit_code_fails_with_all_that_was_written() {
        assertThatThrownBy(() -> outcome.expectExit(0))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        exit code 3, expected 0
                        exit code 3 after 12 ms
                        command: java Main
                        --- stdout
                        out
                        --- stderr
                        err
                        """);
    }
}
