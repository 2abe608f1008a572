package dev.aide.server.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aide.server.gate.Gate;
import dev.aide.server.http.Caller;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ClientTest {
    private final Namespace main = Sockets.builder()
            .namespace("/", chat -> chat.connect(Gate.open()))
            .build()
            .of("/");

    @Test
    void a_socket_that_goes_while_it_is_greeted_is_not_there_for_others() throws Exception {
        LocalClient ada = new LocalClient(main, "ada");
        ada.breakOffAtNextMessage();

        ada.connect();

        assertThat(ada.sent()).singleElement().asString().startsWith("{\"connected\":\"/\"");
        assertThat(main.count()).isZero();
        assertThat(main.isOnline("ada")).isFalse();
    }

    @Test
    void a_client_that_knows_that_it_is_connected_is_reached() throws Exception {
        LocalClient ada = new LocalClient(main, "ada");
        AtomicInteger reached = new AtomicInteger(-1);
        Thread other = new Thread(() -> reached.set(main.sendToUser("ada", "note")));
        ada.atNextMessage(() -> {
            other.start();
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> other.getState() == Thread.State.BLOCKED || reached.get() >= 0);
        });

        ada.connect();
        other.join();

        assertThat(reached).hasValue(1);
        assertThat(ada.sent()).hasSize(2).last().isEqualTo("{\"event\":\"note\",\"data\":[]}");
    }

    @Test
    void what_throws_an_error_does_not_keep_the_next_from_being_handled() throws Exception {
        AtomicBoolean isFirst = new AtomicBoolean(true);
        LocalClient ada = new LocalClient(main, request -> {
            if (isFirst.getAndSet(false)) {
                throw new StackOverflowError("too deep");
            }
            return Optional.of(new Caller("ada", "", Set.of(), Set.of()));
        });

        ada.connect();
        ada.connect();

        assertThat(ada.sent()).singleElement().asString().startsWith("{\"connected\":\"/\"");
        assertThat(main.isOnline("ada")).isTrue();
    }
}
