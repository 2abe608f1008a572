package dev.aide.agent.report.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonParserTest {
    @Test
    void reads_each_kind_of_value() {
        assertThat(JsonParser.parse(" {\"a\": [1, -2.5, 1e3, true, false, null, {}, []],\n\"b\":\"c\"}\n"))
                .isEqualTo(Map.of(
                        "a",
                        java.util.Arrays.asList(1L, -2.5, 1000.0, true, false, null, Map.of(), List.of()),
                        "b",
                        "c"));
        assertThat(JsonParser.parse("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e4\"")).isEqualTo("\"\\/\b\f\n\r\tä");
    }

    @Test
    void reads_what_was_written() throws IOException {
        StringBuilder text = new StringBuilder();
        JsonText.inMarkup(text)
                .beginObject()
                .member(SampleReports.ODD, SampleReports.ODD)
                .name("empty")
                .beginArray()
                .endArray()
                .member("long", Long.MIN_VALUE)
                .endObject();

        assertThat(JsonParser.parse(text.toString()))
                .isEqualTo(Map.of(SampleReports.ODD, SampleReports.ODD, "empty", List.of(), "long", Long.MIN_VALUE));
        assertThat(text.toString()).doesNotContain("<", "\ud800 ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\" 1}    | found '1', expected ':' at line 1, column 6",
                "[1 2]        | found '2', expected ',' at line 1, column 4",
                "[1,]         | found ']', expected a value at line 1, column 4",
                "{\"a\": tru} | found 't', expected a value at line 1, column 7",
                "[            | it ends too early at line 1, column 2",
                "\"a          | it ends too early at line 1, column 3",
                "\"\\u00      | found the end, expected four digits at line 1, column 6",
                "1 2          | found '2', expected the end at line 1, column 3",
                "--1          | found '-', expected a value at line 1, column 1",
            })
    void says_where_it_is_wrong(String text, String message) {
        assertThatThrownBy(() -> JsonParser.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void is_not_overrun_by_depth() {
        assertThatThrownBy(() -> JsonParser.parse("[".repeat(100_000)))
                .hasMessage("more than 100 levels deep at line 1, column 102");
    }
}
