package dev.aide.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassPatternTest {

    @ParameterizedTest(name = "{0} matches {1}: {2}")
    @CsvSource({
        "**,                 com/acme/Order,            true",
        "**,                 Order,                     true",
        "*,                  Order,                     true",
        "*,                  Order$Line,                true",
        "*,                  com/Order,                 false",
        "com.acme.**,        com/acme/Order,            true",
        "com.acme.**,        com/acme/a/b/Order,        true",
        "com.acme.**,        com/acmeother/Order,       false",
        "com.acme.**,        com/acme,                  false",
        "com.acme.**,        org/com/acme/Order,        false",
        "com.acme.*,         com/acme/Order,            true",
        "com.acme.*,         com/acme/Order$Line,       true",
        "com.acme.*,         com/acme/a/Order,          false",
        "com.acme.Order,     com/acme/Order,            true",
        "com.acme.Order,     com/acme/Order$Line,       true",
        "com.acme.Order,     com/acme/Order$Line$Part,  true",
        "com.acme.Order,     com/acme/Orders,           false",
        "com.acme.Order,     com/acme/Order/Line,       false",
        "com.acme.Order$Line,com/acme/Order$Line,       true",
        "com.acme.Order$Line,com/acme/Order,            false",
        "Order,              Order,                     true",
        "Order,              com/acme/Order,            false",
    })
    void matches(String pattern, String internalName, boolean expected) throws BadConfiguration {
        assertThat(ClassPattern.parse(pattern, "test").matches(internalName)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} says more than {1}")
    @CsvSource({
        "com.acme.**,    com.**",
        "com.acme.**,    **",
        "com.acme.*,     com.acme.**",
        "com.acme.Order, com.acme.*",
        "com.acme.Order, com.acme.**",
        "com.acme.a.**,  com.acme.*",
        "*,              **",
    })
    void more_precise_patterns_come_first(String more, String less) throws BadConfiguration {
        assertThat(ClassPattern.parse(more, "test").precision())
                .isGreaterThan(ClassPattern.parse(less, "test").precision());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".**",
                "com.acme*",
                "com.*.Order",
                "com/acme/Order",
                "com..acme",
                ".com",
                "com.",
                "1com.acme",
                "com acme",
                "***",
                "com.acme.***",
                "com-acme.**"
            })
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> ClassPattern.parse(text, "-Daide.include"))
                .isInstanceOf(BadConfiguration.class)
                .hasMessage("-Daide.include: '" + text
                        + "' is not a pattern; write com.acme.** (a package and all below it), com.acme.* (the package"
                        + " alone), com.acme.Order (a class) or ** (everything)");
    }

    @Test
    void reads_back_as_it_was_written() throws BadConfiguration {
        assertThat(ClassPattern.parse("com.acme.**", "test")).hasToString("com.acme.**");
    }
}
