package dev.aide.agent.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {
    private static final String DOCUMENT =
            "{\"doc\": \"a\\n\\u00e9\\\"\\/\", \"list\": [1, -2.5e3, true, false, null, {}, []]}";

    @Test
    void every_kind_of_value_is_read() throws Exception {
        assertThat(Json.read(DOCUMENT))
                .isEqualTo(Map.of(
                        "doc", "a\né\"/", "list", Arrays.asList(1.0, -2500.0, true, false, null, Map.of(), List.of())));
        assertThat(Json.read(" \"a\" ")).isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,}      | a comma before the end at character 7",
                "[1 2]           | no ',' at character 3",
                "{\"a\" 1}       | no ':' at character 5",
                "[1]]            | text after the end at character 3",
                "[\"a            | the end at character 3",
                "nul             | an unknown word at character 0",
                "<html>          | no value at character 0",
                "\"\\x\"         | an unknown escape at character 3",
                "\"\\u00g0\"     | no hexadecimal digit at character 5",
                "1-2             | no value at character 0",
            })
    void what_is_not_json_is_refused_with_its_place(String text, String message) {
        assertThatThrownBy(() -> Json.read(text))
                .isInstanceOf(MalformedJson.class)
                .hasMessage(message);
    }

    @Test
    void depth_is_bounded() {
        assertThatThrownBy(() -> Json.read("[".repeat(100_000)))
                .isInstanceOf(MalformedJson.class)
                .hasMessage("more than 100 levels at character 100");
    }

    @Test
    void no_damaged_text_does_harm() {
        Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(DOCUMENT);
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(128));
            }
            text.setLength(random.nextInt(text.length() + 1));
            refused += refused(text.toString());
        }
        assertThat(refused).isBetween(10_000, 20_000);
    }

    private static int refused(String text) {
        try {
            Json.read(text);
            return 0;
        } catch (MalformedJson e) {
            return 1;
        }
    }
}
