package dev.aide.agent.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameDistanceTest {
    @Test
    void the_same_words_are_no_distance_apart() {
        assertThat(distance("imageWidth", "IMAGE_WIDTH")).isZero();
    }

    @Test
    void a_longer_name_is_nearer_than_another_one() {
        assertThat(distance("width", "maxImageWidth")).isBetween(0.1, 0.6);
        assertThat(distance("width", "height")).isGreaterThan(0.8).isLessThanOrEqualTo(1);
    }

    @Test
    void it_is_the_same_both_ways() {
        assertThat(distance("source", "sourceFolder")).isEqualTo(distance("sourceFolder", "source"));
    }

    private static double distance(String name, String other) {
        return NameDistance.between(Names.words(name), Names.words(other));
    }
}
