package dev.aide.server.socket.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemoryMailboxesTest {
    private static final int MOST = 2;
    private static final int MOST_IN_ALL = 100_000;

    private final MemoryMailboxes mailboxes = new MemoryMailboxes(MOST, Clock.systemUTC());

    private Optional<String> keep(String user) {
        return mailboxes.keep(new Letter(0, "1", user, "[]", Long.MAX_VALUE)).join();
    }

    @Test
    void who_has_as_many_as_may_wait_gets_no_more_until_one_is_taken_out() {
        assertThat(keep("ada")).isEmpty();
        assertThat(keep("ada")).isEmpty();

        assertThat(keep("ada")).contains("as many messages as may wait for 'ada' do already; see maxKept(...)");
        assertThat(keep("bob")).isEmpty();

        assertThat(mailboxes.remove(
                        mailboxes.letters(mailboxes.waiting("ada", 1)).get(0)))
                .isCompletedWithValue(true);
        assertThat(keep("ada")).isEmpty();
    }

    @Test
    void all_together_have_a_bound_too_and_its_refusal_says_so() {
        for (int i = 0; i < MOST_IN_ALL; i++) {
            assertThat(keep("user" + i)).isEmpty();
        }

        assertThat(keep("one more"))
                .contains(
                        "as many messages as may wait in memory do already, which are 100000 for all users; a database"
                                + " has room for more, see store(...)");

        assertThat(mailboxes.remove(
                        mailboxes.letters(mailboxes.waiting("user7", 1)).get(0)))
                .isCompletedWithValue(true);
        assertThat(keep("one more")).isEmpty();
    }
}
