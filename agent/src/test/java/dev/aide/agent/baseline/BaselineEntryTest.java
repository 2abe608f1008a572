package dev.aide.agent.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aide.agent.rule.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineEntryTest {
    private static final String LINE = "types.argument com.acme.OrderService#place(List,Customer) lines[] String";

    @Test
    void a_finding_is_one_line() {
        assertThat(entry(
                        "com.acme.OrderService",
                        "place",
                        "(Ljava/util/List;Lcom/acme/Customer;)V",
                        "lines[]",
                        "java.lang.String"))
                .hasToString(LINE);
    }

    @ParameterizedTest(name = "{0} {1}{2} {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "com.acme.Order        | <init>         | (I[J[Ljava/util/Map$Entry;)V | com.acme.Item         |"
                        + " com.acme.Order#<init>(int,long[],Map.Entry[]) p com.acme.Item",
                "com.acme.Order$1      | run            | ()V                          | java.lang.Integer     |"
                        + " com.acme.Order$*#run() p Integer",
                "com.acme.Order$12Row  | lambda$place$3 | (Lcom/acme/Order$1Key;)V     | com.acme.Order$2      |"
                        + " com.acme.Order$*Row#lambda$place$*(Order.*Key) p com.acme.Order$*",
                "com.acme.Order$V2     | v2             | (Lcom/acme/V2;)V             | com.acme.Order$$Lambda |"
                        + " com.acme.Order$V2#v2(V2) p com.acme.Order$$Lambda",
                "com.acme.Odd          | it works #1    | ()V                          | java.lang.annotation.Target |"
                        + " com.acme.Odd#it\\u0020works\\u0020\\u00231() p java.lang.annotation.Target",
                "com.acme.Order        | a              | ()V                          | java.lang.Class<java.lang.String> |"
                        + " com.acme.Order#a() p Class<java.lang.String>",
            })
    void what_differs_from_build_to_build_is_left_out(
            String className, String method, String descriptor, String found, String line) {
        assertThat(entry(className, method, descriptor, "p", found)).hasToString("types.argument " + line);
    }

    @Test
    void a_line_is_read_as_it_was_written() {
        BaselineEntry entry = BaselineEntry.parse(LINE);

        assertThat(entry).hasToString(LINE).isEqualTo(BaselineEntry.parse(LINE)).hasSameHashCodeAs(LINE);
        assertThat(entry.rule()).isEqualTo("types.argument");
        assertThat(entry.method()).isEqualTo("com.acme.OrderService#place(List,Customer)");
        assertThat(entry.className()).isEqualTo("com.acme.OrderService");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "types.argument",
                "types.argument com.acme.Order#a() p",
                "types.argument com.acme.Order#a() p String more",
                "types.argument  com.acme.Order#a() p String",
            })
    void a_line_that_has_not_four_fields_is_refused(String line) {
        assertThatThrownBy(() -> BaselineEntry.parse(line))
                .hasMessage("it is not rule, method, position and type, with one space between;"
                        + " write it as types.argument com.acme.OrderService#place(List,Customer) lines[] String");
    }

    @Test
    void an_unknown_rule_is_refused() {
        assertThatThrownBy(() -> BaselineEntry.parse("types.arguments com.acme.Order#a() p String"))
                .hasMessage("'types.arguments' is not a rule; known are "
                        + String.join(", ", Rule.strictness().keySet()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"com.acme.Order.a()", "#a()", "com.acme.Order#()", "com.acme.Order#a", "com.acme.Order#a(int"})
    void what_is_no_method_is_refused(String method) {
        assertThatThrownBy(() -> BaselineEntry.parse("types.argument " + method + " p String"))
                .hasMessage("'" + method + "' is not a method; write it as com.acme.OrderService#place(List,Customer)");
    }

    private static BaselineEntry entry(
            String className, String method, String descriptor, String position, String found) {
        return BaselineEntry.of(Rule.TYPES_ARGUMENT, className, method, descriptor, position, found);
    }
}
