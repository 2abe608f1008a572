package dev.aide.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ViolationsTest {
    private static final FoundViolation LIST =
            new FoundViolation("types.argument", "com.acme.Shop.sell(List<String> a)", "a[] is Integer", 3);
    private static final FoundViolation NULL =
            new FoundViolation("nulls.return", "com.acme.bill.Bill.pay()", "result is null", 1);
    private static final Violations BOTH = Violations.of(List.of(LIST, NULL));

    @Test
    void are_chosen_by_rule_family_and_place() {
        assertThat(BOTH.ofRule("types.argument").list()).containsExactly(LIST);
        assertThat(BOTH.ofRule("nulls").list()).containsExactly(NULL);
        assertThat(BOTH.ofRule("null").list()).isEmpty();
        assertThat(BOTH.in("com.acme.bill").list()).containsExactly(NULL);
        assertThat(BOTH.in("com.acme").ofRule("types").list()).containsExactly(LIST);
    }

    @Test
    void what_is_asserted_and_not_so_is_said_with_all_that_was_chosen() {
        assertThat(BOTH.hasSize(2).isNotEmpty().ofRule("arity").isEmpty().list())
                .isEmpty();
        assertThatThrownBy(() -> BOTH.ofRule("types").in("com.acme").isEmpty())
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        expected no violation of types in com.acme, found 1:
                          types.argument  com.acme.Shop.sell(List<String> a)
                            a[] is Integer  (3 times)""");
        assertThatThrownBy(() -> BOTH.ofRule("arity").hasSize(1))
                .hasMessage("expected 1 violation of arity, found none");
        assertThatThrownBy(() -> BOTH.ofRule("arity").isNotEmpty())
                .hasMessage("expected violations of arity, found none");
    }

    @Test
    void what_happened_since_is_the_rise_of_each_count() {
        Violations before = Violations.of(List.of(LIST.times(2), NULL));

        assertThat(BOTH.since(before).list()).containsExactly(LIST.times(1));
        assertThat(BOTH.since(BOTH).list()).isEmpty();
        assertThat(before.and(Violations.of(List.of(LIST))).list()).containsExactly(LIST.times(5), NULL);
    }
}
