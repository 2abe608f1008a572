package dev.aide.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelsTest {
    private static final Map<String, Strictness> RULES = Map.of(
            "types.argument", Strictness.DEFECT,
            "types.return", Strictness.DEFECT,
            "docs.missing", Strictness.STYLE,
            "convention.names", Strictness.STRICT_ONLY,
            "throws.undeclared", Strictness.ON_REQUEST);

    /** What a rule that no setting names does under each mode. */
    @ParameterizedTest
    @CsvSource({
        "types.argument,    OFF, WARN, ENFORCE, ENFORCE",
        "docs.missing,      OFF, WARN, WARN,    ENFORCE",
        "convention.names,  OFF, OFF,  OFF,     ENFORCE",
        "throws.undeclared, OFF, OFF,  OFF,     OFF",
    })
    void strictness_decides_where_no_setting_names_a_rule(
            String rule, Level underOff, Level underWarn, Level underEnforce, Level underStrict)
            throws BadConfiguration {
        assertThat(of("**=off").of(rule, "com/acme/Order")).isEqualTo(underOff);
        assertThat(of("warn").of(rule, "com/acme/Order")).isEqualTo(underWarn);
        assertThat(of("enforce").of(rule, "com/acme/Order")).isEqualTo(underEnforce);
        assertThat(of("strict").of(rule, "com/acme/Order")).isEqualTo(underStrict);
    }

    @ParameterizedTest
    @CsvSource({"docs.missing, docs", "convention.names, convention", "throws.undeclared, throws"})
    void a_rule_that_is_named_acts_as_named(String rule, String family) throws BadConfiguration {
        for (String named : new String[] {rule, family}) {
            Levels levels = new Levels(
                    ModeSpec.parse("warn", "test"),
                    RULES,
                    Collections.singletonMap(named, ModeSpec.parse("com.acme.**=enforce", "test")));

            assertThat(levels.of(rule, "com/acme/Order")).isEqualTo(Level.ENFORCE);
            assertThat(levels.of(rule, "org/other/Order")).isEqualTo(of("warn").of(rule, "org/other/Order"));
        }
    }

    /** The class is always {@code com.acme.billing.Invoice}; {@code types.argument} is asked for. */
    @ParameterizedTest(name = "mode {0}, types {1}, types.argument {2} gives {3}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // the mode alone
                "warn                                  | -                 | -                  | WARN",
                "enforce                               | -                 | -                  | ENFORCE",
                "strict                                | -                 | -                  | ENFORCE",
                "off                                   | -                 | -                  | OFF",
                // a bare off stops everything, whatever the rules say
                "off                                   | enforce           | -                  | OFF",
                "off                                   | enforce           | enforce            | OFF",
                "off                                   | -                 | **=enforce         | OFF",
                // an off with parts is none for the parts
                "off,com.acme.**=enforce               | -                 | -                  | ENFORCE",
                "off,org.other.**=enforce              | -                 | -                  | OFF",
                // the longest rule id wins
                "warn                                  | enforce           | -                  | ENFORCE",
                "enforce                               | warn              | -                  | WARN",
                "enforce                               | off               | -                  | OFF",
                "enforce                               | off               | warn               | WARN",
                "warn                                  | enforce           | off                | OFF",
                "strict                                | warn              | -                  | WARN",
                "warn                                  | strict            | -                  | ENFORCE",
                // a longer rule id wins over a longer pattern
                "com.acme.billing.Invoice=off          | enforce           | -                  | ENFORCE",
                "warn                                  | com.acme.**=off   | enforce            | ENFORCE",
                // a rule that says nothing of the class leaves it to the next shorter id
                "warn                                  | enforce           | org.other.**=off   | ENFORCE",
                "enforce                               | org.other.**=off  | org.other.**=off   | ENFORCE",
                "enforce                               | org.other.**=off  | com.acme.*=warn    | ENFORCE",
                // the longest pattern wins
                "warn,com.acme.**=enforce              | -                 | -                  | ENFORCE",
                "enforce,com.acme.**=off               | -                 | -                  | OFF",
                "warn,com.acme.**=enforce,com.**=off   | -                 | -                  | ENFORCE",
                "warn,com.**=off,com.acme.**=enforce   | -                 | -                  | ENFORCE",
                "warn,com.acme.billing.Invoice=off,com.acme.billing.*=enforce  | - | -          | OFF",
                "warn,com.acme.billing.*=off,com.acme.billing.**=enforce       | - | -          | OFF",
                "com.acme.**=enforce,warn              | -                 | -                  | ENFORCE",
                "com.**=warn,**=enforce                | -                 | -                  | WARN",
                // the later of two equal entries wins
                "warn,com.acme.**=off,com.acme.**=enforce | -              | -                  | ENFORCE",
                "warn,com.acme.**=enforce,com.acme.**=off | -              | -                  | OFF",
                // nothing said of the class
                "org.other.**=enforce                  | -                 | -                  | WARN",
            })
    void combines(String mode, String family, String rule, Level expected) throws BadConfiguration {
        Map<String, ModeSpec> byRule = new LinkedHashMap<>();
        if (family != null) {
            byRule.put("types", ModeSpec.parse(family, "test"));
        }
        if (rule != null) {
            byRule.put("types.argument", ModeSpec.parse(rule, "test"));
        }

        Levels levels = new Levels(ModeSpec.parse(mode, "test"), RULES, byRule);

        assertThat(levels.of("types.argument", "com/acme/billing/Invoice")).isEqualTo(expected);
    }

    @Test
    void one_rule_says_nothing_of_another() throws BadConfiguration {
        Levels levels = new Levels(
                ModeSpec.parse("enforce", "test"),
                RULES,
                Collections.singletonMap("types.argument", ModeSpec.parse("off", "test")));

        assertThat(levels.of("types.return", "com/acme/Order")).isEqualTo(Level.ENFORCE);
    }

    @Test
    void only_a_bare_off_stops_everything() throws BadConfiguration {
        assertThat(of("off").areAllOff()).isTrue();
        assertThat(of("warn").areAllOff()).isFalse();
        assertThat(of("**=off").areAllOff()).isFalse();
        assertThat(of("off,com.acme.**=warn").areAllOff()).isFalse();
    }

    @Test
    void describes_itself_as_written() throws BadConfiguration {
        assertThat(of("strict").describe()).isEqualTo("strict");
        assertThat(of("enforce,com.acme.**=off").describe()).isEqualTo("enforce,com.acme.**=off");
        assertThat(of("com.acme.**=enforce").describe()).isEqualTo("com.acme.**=enforce");
    }

    private static Levels of(String mode) throws BadConfiguration {
        return new Levels(ModeSpec.parse(mode, "test"), RULES, Collections.emptyMap());
    }
}
