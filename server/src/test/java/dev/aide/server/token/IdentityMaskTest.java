package dev.aide.server.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class IdentityMaskTest {
    private static final String KEY = FernetKeys.newKey();

    private final IdentityMask mask = new IdentityMask(FernetKeys.of(KEY), "user-id", Duration.ofHours(1));

    @Test
    void an_id_comes_back_and_cant_be_read_from_its_mask() {
        String word = mask.mask("1234567890");

        assertThat(mask.unmask(word)).isEqualTo("1234567890");
        assertThat(word).doesNotContain("1234567890").isNotEqualTo(mask.mask("1234567890"));
        assertThat(new String(Base64.getUrlDecoder().decode(word), StandardCharsets.ISO_8859_1))
                .doesNotContain("1234567890")
                .doesNotContain("user-id");
    }

    @Test
    void a_mask_for_another_purpose_of_another_key_or_made_up_is_refused() {
        IdentityMask otherPurpose = new IdentityMask(FernetKeys.of(KEY), "note-id", Duration.ofHours(1));
        IdentityMask longerPurpose = new IdentityMask(FernetKeys.of(KEY), "user-id-x", Duration.ofHours(1));
        IdentityMask otherKey = new IdentityMask(FernetKeys.of(FernetKeys.newKey()), "user-id", Duration.ofHours(1));

        assertThatThrownBy(() -> mask.unmask(otherPurpose.mask("7"))).hasMessage("the mask is for another purpose");
        assertThatThrownBy(() -> mask.unmask(longerPurpose.mask("7"))).hasMessage("the mask is for another purpose");
        assertThatThrownBy(() -> mask.unmask(otherKey.mask("7"))).isInstanceOf(TokenException.class);
        assertThatThrownBy(() -> mask.unmask("7")).isInstanceOf(TokenException.class);
    }

    @Test
    void a_mask_expires() {
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(61));
        IdentityMask then = new IdentityMask(FernetKeys.of(KEY).withClock(later), "user-id", Duration.ofHours(1));

        assertThatThrownBy(() -> then.unmask(mask.mask("7"))).hasMessage("it was encrypted longer ago than PT1H");
    }
}
