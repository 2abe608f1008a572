package dev.aide.server.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Without aide; {@code BesideAgentIT} is with it. */
class ViolationsTest {
    @Test
    void what_the_jvm_or_a_program_throws_is_none() {
        assertThat(Violations.findingOf(new ClassCastException("x"))).isEmpty();
        assertThat(Violations.findingOf(new IllegalStateException(new StackOverflowError())))
                .isEmpty();
    }

    @Test
    void causes_that_lead_back_end() {
        Exception first = new IllegalStateException("first");
        Exception second = new IllegalStateException("second", first);
        first.initCause(second);

        assertThat(Violations.findingOf(second)).isEmpty();
    }
}
