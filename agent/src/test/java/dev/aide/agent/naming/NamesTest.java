package dev.aide.agent.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    @Test
    void words_end_at_capitals_underscores_and_digits() {
        assertThat(Names.words("imageWidth")).containsExactly("image", "width");
        assertThat(Names.words("MAX_WIDTH")).containsExactly("max", "width");
        assertThat(Names.words("parseURLFast2")).containsExactly("parse", "url", "fast");
        assertThat(Names.words("_1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "getWidth, width",
        "isOpen, open",
        "width, width",
        "getURL, URL",
        "get, ''",
        "size, ''",
        "newWidth, ''",
        "access$000, ''",
    })
    void an_accessor_is_called_like_its_value(String method, String name) {
        assertThat(Names.ofAccessor(method)).isEqualTo(name);
    }

    @Test
    void a_captured_variable_is_called_as_it_was() {
        assertThat(Names.ofField("val$width")).isEqualTo("width");
        assertThat(Names.ofField("this$0")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"width", "max", "leftChild", "keyFunction"})
    void some_names_tell(String name) {
        assertThat(Names.isTelling(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "dx", "x12", "arg0", "param1", "value", "key", "left", "second"})
    void others_say_nothing(String name) {
        assertThat(Names.isTelling(name)).isFalse();
    }
}
