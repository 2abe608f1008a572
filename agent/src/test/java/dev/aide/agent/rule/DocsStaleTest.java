package dev.aide.agent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.Unchecked;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The sources of the types that it judges are found beside them. */
class DocsStaleTest {
    private static final Judging JUDGING = Judging.byRule("docs.stale");

    @Test
    void all_that_is_out_of_date_is_named_in_one_finding_a_method() {
        assertThat(JUDGING.findings(OutOfDate.class))
                .containsExactlyInAnyOrder(
                        "OutOfDate.place(String customer): has documentation that is out of date: @param order: the"
                                + " method's parameter is customer; @return: the method returns nothing;"
                                + " @throws java.io.IOException: the method declares no such checked exception",
                        "OutOfDate.hidden(): has documentation that is out of date: @param <T>: the method has no type"
                                + " parameter");
    }

    @Test
    void what_is_up_to_date_and_what_says_nothing_is_left_alone() {
        assertThat(JUDGING.findings(UpToDate.class)).isEmpty();
    }

    @Test
    void what_overrides_is_left_alone_unless_a_setting_asks_for_it() {
        assertThat(JUDGING.findings(Overriding.class)).isEmpty();
        assertThat(Judging.by("rule.arity=off;rule.convention=off;rule.docs.missing=off;docs.exempt=none")
                        .methods(Overriding.class))
                .containsExactly("run");
    }

    @Test
    void one_method_can_be_silenced() {
        assertThat(JUDGING.findings(Silenced.class)).isEmpty();
    }

    @SuppressWarnings({"unused", "InvalidParam", "InvalidThrows", "ReturnFromVoid"})
    static class OutOfDate {
        /**
         * Places an order.
         *
         * @param order what to place
         * @return its number
         * @throws IOException if the disk is full
         */
        void place(String customer) {}

        /**
         * Seen by nobody else.
         *
         * @param <T> gone
         */
        private void hidden() {}
    }

    @SuppressWarnings("unused")
    static class UpToDate {
        /**
         * Places an order.
         *
         * @param <T> of what kind
         * @param customer who orders
         * @return its number
         * @throws IOException if the disk is full
         * @throws IllegalStateException if the shop is closed
         */
        <T> int place(T customer) throws IOException {
            return 1;
        }

        void undocumented(String customer) {}

        /** Has no tags. */
        void brief(String customer) {}
    }

    @SuppressWarnings("InvalidParam")
    static class Overriding implements Runnable {
        /** @param speed gone */
        @Override
        public void run() {}
    }

    @Test
    void one_parameter_can_be_silenced() {
        assertThat(JUDGING.findings(SilencedParameter.class))
                .containsExactly(
                        "SilencedParameter.move(String from, String to): has documentation that is out of date:"
                                + " @param end: the method's parameters are from, to");
    }

    @SuppressWarnings({"unused", "InvalidParam"})
    static class SilencedParameter {
        /** @param order what to place */
        void place(@Unchecked("docs.stale") String customer) {}

        /**
         * Moves it.
         *
         * @param start where it is
         * @param end where it goes
         */
        void move(@Unchecked("docs") String from, @Unchecked("types") String to) {}
    }

    @SuppressWarnings({"unused", "InvalidParam"})
    static class Silenced {
        /** @param order gone */
        @Unchecked("docs.stale")
        void place(String customer) {}
    }
}
