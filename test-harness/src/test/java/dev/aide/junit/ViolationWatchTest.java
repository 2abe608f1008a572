package dev.aide.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViolationWatchTest {
    private static final FoundViolation SELL = new FoundViolation("types.argument", "com.acme.Shop.sell()", "wrong", 1);
    private static final FoundViolation PAY = new FoundViolation("nulls.return", "com.acme.Shop.pay()", "null", 1);

    private final List<FoundViolation> happened = new ArrayList<>(List.of(SELL));
    private final ViolationWatch watch = new ViolationWatch(() -> Violations.of(happened));

    @Test
    void what_happened_before_or_is_expected_is_not_unexpected() {
        Violations expected = watch.expectIn(() -> happened.add(PAY));

        assertThat(expected.list()).containsExactly(PAY);
        assertThat(watch.unexpected().list()).isEmpty();

        happened.set(0, SELL.times(3));
        assertThat(watch.unexpected().list()).containsExactly(SELL.times(2));
    }

    @Test
    void a_part_that_fails_otherwise_fails() {
        IOException thrown = new IOException("disk full");

        assertThatThrownBy(() -> watch.expectIn(() -> {
                    throw thrown;
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessage("it was expected to break contracts, and threw java.io.IOException: disk full")
                .hasCause(thrown);
    }
}
