package dev.aide.store.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomCodeTest {

    @Test
    void codes_have_the_length_and_the_characters_that_were_asked_for() {
        assertThat(RandomCode.digits(6).next()).matches("[0-9]{6}");
        assertThat(RandomCode.readable(20).next()).matches("[0-9A-Z&&[^ILOU]]{20}");
        assertThat(RandomCode.token().next()).matches("[\\w-]{43}");
        assertThat(RandomCode.of("ab", 64).next()).matches("[ab]{64}");
    }

    @Test
    void every_character_of_the_alphabet_comes_and_codes_do_not_repeat() {
        RandomCode codes = RandomCode.readable(32);
        Set<String> seen = new HashSet<>();
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            String code = codes.next();
            all.append(code);
            assertThat(seen.add(code)).isTrue();
        }
        // that one of 32 is missing among 3,200 has a probability of 10^-42
        assertThat(all.chars().distinct().count()).isEqualTo(32);
    }

    @Test
    void the_bits_say_how_hard_a_code_is_to_guess() {
        assertThat(RandomCode.digits(6).bits()).isCloseTo(19.9, within(0.1));
        assertThat(RandomCode.readable(16).bits()).isEqualTo(80);
        assertThat(RandomCode.token().bits()).isEqualTo(258);
    }

    @Test
    void alphabets_that_make_guessing_easier_are_refused() {
        assertThatThrownBy(() -> RandomCode.of("aba", 3))
                .hasMessage("an alphabet has 2 characters or more, each once, and 'aba' has not");
        assertThatThrownBy(() -> RandomCode.of("a", 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RandomCode.digits(0)).hasMessage("a code has 1 character or more, not 0");
    }
}
