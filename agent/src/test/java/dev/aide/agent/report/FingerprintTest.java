package dev.aide.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTest {
    @Test
    void is_fnv_1a_over_utf_16() {
        assertThat(Fingerprint.of("")).isEqualTo("cbf29ce484222325");
        assertThat(Fingerprint.of("a")).isEqualTo("089be207b544f1e4");
        assertThat(Fingerprint.of("types.argument ä")).isEqualTo("044a2c48f1519347");
    }
}
