package dev.aide.agent.attach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnswerTest {
    @AfterEach
    void take_it_away() {
        System.clearProperty("dev.aide.answer");
    }

    @Test
    void what_is_left_is_found() {
        Properties before = now();
        Answer.refused("no\nwonder").leave();
        Properties between = now();
        Answer.done("fine").leave();

        assertThat(Answer.between(before, between).isRefused()).isTrue();
        assertThat(Answer.between(before, between).text()).isEqualTo("no\nwonder");
        assertThat(Answer.between(between, now()).isRefused()).isFalse();
        assertThat(Answer.between(between, now()).text()).isEqualTo("fine");
    }

    @Test
    void an_older_answer_is_none_and_one_in_the_same_words_is() {
        assertThat(Answer.between(now(), now())).isNull();
        Answer.done("fine").leave();
        Properties before = now();
        assertThat(Answer.between(before, now())).isNull();
        Answer.done("fine").leave();
        assertThat(Answer.between(before, now()).text()).isEqualTo("fine");
    }

    private static Properties now() {
        Properties copy = new Properties();
        copy.putAll(System.getProperties());
        return copy;
    }
}
