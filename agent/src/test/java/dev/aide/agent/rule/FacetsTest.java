package dev.aide.agent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.agent.type.Mismatch;
import org.junit.jupiter.api.Test;

class FacetsTest {
    @Test
    void each_combination_survives_its_character() {
        StringBuilder texts = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            Facets facets = Facets.NONE;
            facets = (i & 1) == 0 ? facets : facets.with(Mismatch.Kind.TYPE);
            facets = (i & 2) == 0 ? facets : facets.with(Mismatch.Kind.NULL);
            facets = (i & 4) == 0 ? facets : facets.with(Mismatch.Kind.LENGTH);
            texts.append(facets);
        }

        assertThat(texts.toString()).isEqualTo("01234567");
        for (int i = 0; i < 8; i++) {
            Facets facets = Facets.at(texts, i);
            assertThat(facets.isNone()).isEqualTo(i == 0);
            assertThat(facets.has(Mismatch.Kind.TYPE)).isEqualTo((i & 1) != 0);
            assertThat(facets.has(Mismatch.Kind.NULL)).isEqualTo((i & 2) != 0);
            assertThat(facets.has(Mismatch.Kind.LENGTH)).isEqualTo((i & 4) != 0);
        }
    }
}
