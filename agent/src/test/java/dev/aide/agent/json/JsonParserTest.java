package dev.aide.agent.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
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
                "{\"a\":1,}   | found '}', expected '\"' at line 1, column 8",
                "\"\\x\"      | found 'x', expected an escape at line 1, column 3",
                "\"a\tb\"     | found character 9, expected no control character at line 1, column 3",
                "<html>       | found '<', expected a value at line 1, column 1",
            })
    void says_where_it_is_wrong(String text, String message) {
        assertThatThrownBy(() -> JsonParser.parse(text))
                .isInstanceOf(MalformedJson.class)
                .hasMessage(message);
    }

    @Test
    void is_not_overrun_by_depth() {
        assertThatThrownBy(() -> JsonParser.parse("[".repeat(100_000)))
                .hasMessage("more than 100 levels deep at line 1, column 102");
    }

    @Test
    void no_damaged_text_does_harm() {
        String document = "{\"doc\": \"a\\n\\u00e9\\\"\\/\", \"list\": [1, -2.5e3, true, false, null, {}, []]}";
        Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(document);
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(128));
            }
            text.setLength(random.nextInt(text.length() + 1));
            refused += isRefused(text.toString()) ? 1 : 0;
        }
        assertThat(refused).isBetween(10_000, 20_000);
    }

    private static boolean isRefused(String text) {
        try {
            JsonParser.parse(text);
            return false;
        } catch (MalformedJson e) {
            return true;
        }
    }
}
