package dev.aide.server.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.server.gate.Gate;
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
}
