package dev.aide.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ModeSpecTest {

    @Test
    void a_bare_mode_is_for_all() throws BadConfiguration {
        ModeSpec spec = ModeSpec.parse("enforce", "-Daide.mode");

        assertThat(spec.isOnly(Mode.ENFORCE)).isTrue();
        assertThat(spec.modeOf("any/Thing")).isEqualTo(Mode.ENFORCE);
    }

    @Test
    void parts_are_for_what_they_match() throws BadConfiguration {
        ModeSpec spec = ModeSpec.parse("warn, com.acme.billing.** = enforce", "-Daide.mode");

        assertThat(spec.modeOf("com/acme/billing/Invoice")).isEqualTo(Mode.ENFORCE);
        assertThat(spec.modeOf("com/acme/Order")).isEqualTo(Mode.WARN);
    }

    @Test
    void parts_alone_say_nothing_of_the_rest() throws BadConfiguration {
        ModeSpec spec = ModeSpec.parse("com.acme.**=strict", "-Daide.mode");

        assertThat(spec.isOnly(Mode.STRICT)).isFalse();
        assertThat(spec.modeOf("com/acme/Order")).isEqualTo(Mode.STRICT);
        assertThat(spec.modeOf("org/other/Thing")).isNull();
    }

    @Test
    void two_modes_for_all_are_refused() {
        assertThatThrownBy(() -> ModeSpec.parse("warn,enforce", "-Daide.mode"))
                .isInstanceOf(BadConfiguration.class)
                .hasMessage("-Daide.mode: 'warn,enforce' has two modes for all, warn and enforce;"
                        + " keep one, or write pattern=enforce");
    }

    @Test
    void an_unknown_mode_is_refused_with_those_there_are() {
        assertThatThrownBy(() -> ModeSpec.parse("warm", "environment variable AIDE_MODE"))
                .isInstanceOf(BadConfiguration.class)
                .hasMessage("environment variable AIDE_MODE: 'warm' is not a mode; write off, warn, enforce or strict");
        assertThatThrownBy(() -> ModeSpec.parse("warn,com.acme.**=on", "-Daide.mode"))
                .isInstanceOf(BadConfiguration.class)
                .hasMessage("-Daide.mode: 'on' is not a mode; write off, warn, enforce or strict");
    }

    @Test
    void a_malformed_pattern_is_refused() {
        assertThatThrownBy(() -> ModeSpec.parse("warn,com.acme*=off", "-Daide.mode"))
                .isInstanceOf(BadConfiguration.class)
                .hasMessageStartingWith("-Daide.mode: 'com.acme*' is not a pattern; write com.acme.**");
    }
}
