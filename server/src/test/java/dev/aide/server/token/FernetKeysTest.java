package dev.aide.server.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FernetKeysTest {
    /** The vector of the specification (generate.json and verify.json): key, token, time. */
    private static final String SPEC_KEY = "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=";

    private static final String SPEC_TOKEN =
            "gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuV" + "UPgJobwOz7JcbmrR64jVmpU4IwqDA==";

    @Test
    void the_vector_of_the_specification_is_read() {
        Clock thatDay = Clock.fixed(Instant.parse("1985-10-26T08:20:01Z"), ZoneOffset.UTC);

        assertThat(FernetKeys.of(SPEC_KEY).decrypt(SPEC_TOKEN)).isEqualTo("hello");
        assertThat(FernetKeys.of(SPEC_KEY).withClock(thatDay).decrypt(SPEC_TOKEN, Duration.ofSeconds(60)))
                .isEqualTo("hello");
    }

    @Test
    void what_pythons_cryptography_wrote_is_read() {
        // cryptography 48.0.0: Fernet(key).encrypt_at_time("grüß dich, Ada".encode(), 1795413000)
        FernetKeys keys = FernetKeys.of("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
        String token =
                "gAAAAABrA9QIEKR3u7NaDej57pi59kmnF63nSF2XBiy7VZ7i86f-IJGEGOZ-GOSQFRQFtse9AvaVxIGyolM4NRNQEWry7N67"
                        + "HLD_NU3EO5Ts9pvC2tlsTEw=";

        assertThat(keys.decrypt(token)).isEqualTo("grüß dich, Ada");
        assertThat(keys.withClock(Clock.fixed(Instant.ofEpochSecond(1_795_413_030), ZoneOffset.UTC))
                        .decrypt(token, Duration.ofMinutes(1)))
                .isEqualTo("grüß dich, Ada");
    }

    @ParameterizedTest
    @CsvSource({
        // invalid.json of the specification: mac, base64, payload size, padding
        "gAAAAAAdwJ6xAAECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPAl1-szkFVzXTuGb4hR8AKtwcaX1YdykQUFBQUFBQUFBQQ==",
        "gAAAAAAdwJ6xAAECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPA==",
        "%%%%%%%%%%%%%AECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPAl1-szkFVzXTuGb4hR8AKtwcaX1YdykRtfsH-p1YsUD2Q==",
        "gAAAAAAdwJ6xAAECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPOm73QeoCk9uGib28Xe5vz6oxq5nmxbx_v7mrfyudzUm",
        "gAAAAAAdwJ6xAAECAwQFBgcICQoLDA0ODz4LEpdELGQAad7aNEHbf-JkLPIpuiYRLQ3RtXatOYREu2FWke6CnJNYIbkuKNqOhw=="
    })
    void what_the_specification_calls_invalid_is_refused(String token) {
        assertThatThrownBy(() -> FernetKeys.of(SPEC_KEY).decrypt(token))
                .isInstanceOf(TokenException.class)
                .hasMessage("it was not encrypted with one of these keys");
    }

    @Test
    void a_time_beyond_all_times_is_refused() {
        byte[] token = new byte[73];
        Arrays.fill(token, Byte.MAX_VALUE);
        token[0] = (byte) 0x80;

        assertThatThrownBy(() ->
                        FernetKeys.of(SPEC_KEY).decrypt(Base64.getUrlEncoder().encodeToString(token)))
                .isInstanceOf(TokenException.class)
                .hasMessage("it was not encrypted with one of these keys");
    }

    @Test
    void what_is_too_old_is_refused() {
        assertThatThrownBy(() -> FernetKeys.of(SPEC_KEY).decrypt(SPEC_TOKEN, Duration.ofMinutes(1)))
                .isInstanceOf(TokenException.class)
                .hasMessage("it was encrypted longer ago than PT1M");
    }

    @Test
    void text_comes_back_and_looks_different_each_time() {
        FernetKeys keys = FernetKeys.of(FernetKeys.newKey());

        assertThat(keys.decrypt(keys.encrypt("Grüße"))).isEqualTo("Grüße");
        assertThat(keys.encrypt("a")).isNotEqualTo(keys.encrypt("a"));
    }

    @Test
    void keys_can_be_changed() {
        String oldKey = FernetKeys.newKey();
        String newKey = FernetKeys.newKey();
        String byOld = FernetKeys.of(oldKey).encrypt("text");
        FernetKeys both = FernetKeys.of(newKey, oldKey);

        assertThat(both.decrypt(byOld)).isEqualTo("text");
        assertThat(FernetKeys.of(newKey).decrypt(both.rotate(byOld))).isEqualTo("text");
        assertThatThrownBy(() -> FernetKeys.of(newKey).decrypt(byOld)).isInstanceOf(TokenException.class);
    }

    @Test
    void what_is_no_key_is_refused_and_not_shown() {
        assertThatThrownBy(() -> FernetKeys.of("c2hvcnQ="))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a Fernet key is 32 bytes in URL-safe Base64; one of these is not");
        assertThatThrownBy(FernetKeys::of).hasMessage("at least one key is needed");
    }
}
