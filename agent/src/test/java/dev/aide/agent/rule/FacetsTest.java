package dev.aide.agent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FacetsTest {
    @Test
    void each_combination_survives_its_character() {
        StringBuilder texts = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            texts.append(Facets.of((i & 1) != 0, (i & 2) != 0, (i & 4) != 0));
        }

        assertThat(texts.toString()).isEqualTo("01234567");
        for (int i = 0; i < 8; i++) {
            Facets facets = Facets.at(texts, i);
            assertThat(facets.isNone()).isEqualTo(i == 0);
            assertThat(facets.ofTypes()).isEqualTo((i & 1) != 0);
            assertThat(facets.ofNulls()).isEqualTo((i & 2) != 0);
            assertThat(facets.ofLength()).isEqualTo((i & 4) != 0);
        }
    }
}
