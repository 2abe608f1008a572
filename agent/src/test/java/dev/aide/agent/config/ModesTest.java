package dev.aide.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModesTest {
    private static final Map<String, Strictness> RULES =
            Map.of("types.argument", Strictness.DEFECT, "types.return", Strictness.DEFECT);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                "warn                    | com.acme.**  | ''             | enforce | warn,com.acme.**=enforce",
                "warn,com.acme.**=off    | com.acme.**  | ''             | enforce | warn,com.acme.**=enforce",
                "warn,com.acme.**=off    | com.acme.a.* | ''             | enforce | warn,com.acme.**=off,com.acme.a.*=enforce",
                "com.acme.**=off         | **           | ''             | warn    | com.acme.**=off,**=warn",
                "a.**=off,b.**=off,warn  | a.**         | ''             | strict  | warn,b.**=off,a.**=strict",
            })
    void an_entry_for_a_pattern_goes_behind_the_others(
            String before, String pattern, String rule, String mode, String after) throws BadConfiguration {
        Modes modes = settings("aide.mode", before).modes();

        assertThat(modes.with(pattern, rule, mode).texts()).containsExactly(Map.entry("aide.mode", after));
    }

    @Test
    void an_entry_for_a_rule_goes_to_its_key() throws BadConfiguration {
        Modes modes = settings("aide.rule.types", "off").modes();

        assertThat(modes.with("com.acme.**", "types", "warn").texts())
                .containsExactly(Map.entry("aide.mode", "warn"), Map.entry("aide.rule.types", "off,com.acme.**=warn"));
        assertThat(modes.with("com.acme.**", "types.return", "warn").texts())
                .containsExactly(
                        Map.entry("aide.mode", "warn"),
                        Map.entry("aide.rule.types", "off"),
                        Map.entry("aide.rule.types.return", "com.acme.**=warn"));
    }

    @Test
    void values_replace_those_of_their_keys_and_no_others() throws BadConfiguration {
        Modes modes = settings("aide.rule.types", "off").modes();

        assertThat(modes.with("mode=enforce").texts())
                .containsExactly(Map.entry("aide.mode", "enforce"), Map.entry("aide.rule.types", "off"));
        assertThat(modes.with("mode=off,com.acme.**=warn;aide.rule.types=warn").texts())
                .containsExactly(Map.entry("aide.mode", "off,com.acme.**=warn"), Map.entry("aide.rule.types", "warn"));
    }

    @Test
    void what_would_hold_does_not_hold_until_it_is_switched_to() throws BadConfiguration {
        Settings settings = settings("aide.types.depth", "full");
        Levels enforced = settings.modes().with("mode=enforce");

        assertThat(settings.levels().of("types.argument", "com/acme/Order")).isEqualTo(Level.WARN);
        assertThat(settings.given())
                .containsExactly(Map.entry("aide.types.depth", "full"), Map.entry("aide.include", "**"));
        settings.modes().switchTo(enforced);
        assertThat(settings.levels().of("types.argument", "com/acme/Order")).isEqualTo(Level.ENFORCE);
        assertThat(settings.given())
                .containsOnly(
                        Map.entry("aide.types.depth", "full"),
                        Map.entry("aide.include", "**"),
                        Map.entry("aide.mode", "enforce"));
    }

    @Test
    void what_is_no_mode_is_refused() throws BadConfiguration {
        Modes modes = settings("aide.mode", "warn").modes();

        assertThatThrownBy(() -> modes.with("mode=warn;types.depth=full"))
                .isInstanceOf(BadConfiguration.class)
                .hasMessage("agent argument types.depth: aide.types.depth cannot be changed while aide runs,"
                        + " only aide.mode and aide.rule.… can; leave it out, or start the JVM again with it");
        assertThatThrownBy(() -> modes.with("  "))
                .isInstanceOf(BadConfiguration.class)
                .hasMessage("there is nothing to switch; write key=value, such as mode=enforce");
        assertThatThrownBy(() -> modes.with("**", "type", "off"))
                .isInstanceOf(BadConfiguration.class)
                .hasMessageStartingWith("'type' is not a rule; did you mean types? Known are: ")
                .hasMessageEndingWith("; leave it empty for all");
    }

    @Test
    void off_is_not_for_good_where_it_was_asked_to_be_live() throws BadConfiguration {
        assertThat(settings("aide.mode", "off").isOff()).isTrue();
        assertThat(settings("aide.mode", "off", "aide.live", "true").isOff()).isFalse();
        assertThat(settings("aide.mode", "off", "aide.live", "true").scope()).isNotNull();
        assertThat(settings("aide.mode", "warn").isOff()).isFalse();
    }

    private static Settings settings(String... keysAndValues) throws BadConfiguration {
        Properties system = new Properties();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            system.setProperty(keysAndValues[i], keysAndValues[i + 1]);
        }
        return Settings.read(system, "include=**", Map.of(), RULES);
    }
}
