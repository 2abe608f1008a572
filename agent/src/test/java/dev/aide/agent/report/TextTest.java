package dev.aide.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

    @ParameterizedTest(name = "{0} is kept as {1}")
    @CsvSource({
        "com.acme.Order,                          com.acme.Order",
        "com.acme.Order$Line,                     com.acme.Order$Line",
        "com.acme.Order$1,                        com.acme.Order$1",
        "com.acme.Order$$Lambda$14/0x0000000800,  com.acme.Order$$Lambda",
        "com.acme.Order$$Lambda/0x00007f1c4c00,   com.acme.Order$$Lambda",
        "jdk.proxy2.$Proxy12,                     jdk.proxy2.$Proxy",
        "com.sun.proxy.$Proxy7,                   com.sun.proxy.$Proxy",
        "com.acme.Order$$EnhancerBySpringCGLIB$$5f3a, com.acme.Order$$",
        "java.lang.Class<java.lang.String>,       java.lang.Class<java.lang.String>",
    })
    void what_differs_from_run_to_run_is_taken_out_of_names(String name, String stable) {
        assertThat(Text.stableClassName(name)).isEqualTo(stable);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1st",
        "2, 2nd",
        "3, 3rd",
        "4, 4th",
        "10, 10th",
        "11, 11th",
        "12, 12th",
        "13, 13th",
        "21, 21st",
        "22, 22nd",
        "100, 100th",
        "101, 101st",
        "111, 111th",
        "112, 112th",
        "1003, 1003rd"
    })
    void counts_are_ordinals(long count, String ordinal) {
        assertThat(Text.ordinal(count)).isEqualTo(ordinal);
    }

    @Test
    void long_texts_are_cut() {
        assertThat(Text.cut("x".repeat(240))).isEqualTo("x".repeat(240));
        assertThat(Text.cut("x".repeat(241))).isEqualTo("x".repeat(240) + "…");
    }

    @Test
    void only_values_of_the_jdks_own_are_quoted() {
        assertThat(Text.quote("a")).isEqualTo(" \"a\"");
        assertThat(Text.quote("x".repeat(61))).isEqualTo(" \"" + "x".repeat(60) + "…\"");
        assertThat(Text.quote("a\nb\r\u2028c")).isEqualTo(" \"a b  c\"");
        assertThat(Text.quote(1)).isEqualTo(" 1");
        assertThat(Text.quote(2.5)).isEqualTo(" 2.5");
        assertThat(Text.quote(true)).isEqualTo(" true");
        assertThat(Text.quote('c')).isEqualTo(" c");
        assertThat(Text.quote(TimeUnit.DAYS)).isEqualTo(" DAYS");
        assertThat(Text.quote(new Object() {
                    @Override
                    public String toString() {
                        throw new AssertionError("a user's toString was called");
                    }
                }))
                .isEmpty();
    }
}
