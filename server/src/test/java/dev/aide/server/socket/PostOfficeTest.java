package dev.aide.server.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aide.server.socket.mailbox.Letter;
import dev.aide.server.socket.mailbox.Mailboxes;
import dev.aide.server.socket.mailbox.MemoryMailboxes;
import dev.aide.server.socket.packet.EventText;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PostOfficeTest {
    private final ObjectMapper mapper = new ObjectMapper();
    private final EventText texts = new EventText(mapper);
    private final Hub hub = new Hub(Duration.ofHours(1), () -> {});
    private final PostOffice office =
            new PostOffice(hub, new TakenByOthers(), Peers.none(), texts, 1_000_000, Duration.ofMinutes(5));
    private final Namespace main =
            new Namespace("/", mapper, texts, hub, new RememberedGroups(hub), Peers.none(), office, false);

    @Test
    void what_follows_many_messages_that_another_node_delivers_just_then_is_sent() throws Exception {
        office.start(Runnable::run, (delay, task) -> () -> {});
        for (int i = 0; i < 60; i++) {
            main.atLeastOnce(Duration.ofDays(7)).sendToUser("ada", "note", i);
        }

        LocalClient ada = new LocalClient(main, "ada");
        ada.connect();

        assertThat(ada.sent()).hasSize(11);
        for (int i = 50; i < 60; i++) {
            assertThat(ada.sent().get(i - 49)).startsWith("{\"event\":\"note\",\"data\":[" + i + ",");
        }
    }

    /** Mailboxes of which another node empties what this one is about to read, the first time. */
    private static final class TakenByOthers implements Mailboxes {
        private final Mailboxes mailboxes = new MemoryMailboxes(1000, Clock.systemUTC());
        private boolean isTaken;

        @Override
        public List<Letter> letters(List<Long> numbers) {
            if (!isTaken) {
                isTaken = true;
                mailboxes
                        .letters(numbers)
                        .forEach(letter -> mailboxes.remove(letter).join());
            }
            return mailboxes.letters(numbers);
        }

        @Override
        public CompletableFuture<Optional<String>> keep(Letter letter) {
            return mailboxes.keep(letter);
        }

        @Override
        public List<Long> waiting(String user, int atMost) {
            return mailboxes.waiting(user, atMost);
        }

        @Override
        public CompletableFuture<Boolean> remove(Letter letter) {
            return mailboxes.remove(letter);
        }

        @Override
        public List<Letter> removeExpired() {
            return mailboxes.removeExpired();
        }
    }
}
