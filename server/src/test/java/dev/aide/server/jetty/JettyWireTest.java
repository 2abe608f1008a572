package dev.aide.server.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aide.server.socket.engine.CloseCode;
import dev.aide.server.socket.engine.WireListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.OutgoingEntry;
import org.junit.jupiter.api.Test;

/** What a connection asks of Jetty, and when: Jetty hands in the next frame when it was demanded. */
class JettyWireTest {
    private final Connection connection = new Connection();
    private final Ears ears = new Ears();
    private final JettyWire wire = new JettyWire(opened -> ears, 10);

    private void receive(byte opCode, String text) {
        wire.onFrame(new Frame(opCode, true, BufferUtil.toBuffer(text)), Callback.NOOP);
    }

    @Test
    void a_connection_that_breaks_while_its_listener_is_made_is_heard_of_once() {
        CloseStatus broken = new CloseStatus(CloseStatus.NO_CLOSE, "broken");
        JettyWire early = new JettyWire(
                opened -> {
                    ((JettyWire) opened).onClosed(broken, Callback.NOOP);
                    return ears;
                },
                10);

        early.onOpen(connection, Callback.NOOP);

        assertThat(ears.heard).containsExactly("closed");
    }

    @Test
    void a_connection_that_breaks_later_is_heard_of_once() {
        wire.onOpen(connection, Callback.NOOP);
        assertThat(ears.heard).isEmpty();

        wire.onClosed(new CloseStatus(CloseCode.NORMAL, "done"), Callback.NOOP);

        assertThat(ears.heard).containsExactly("closed");
    }

    @Test
    void the_next_message_is_asked_for_when_there_is_room() {
        wire.onOpen(connection, Callback.NOOP);
        receive(OpCode.TEXT, "hello");
        assertThat(ears.heard).containsExactly("hello");
        assertThat(connection.demanded).isEqualTo(1);

        ears.room.complete(null);

        assertThat(connection.demanded).isEqualTo(2);
    }

    @Test
    void the_frame_after_a_ping_is_asked_for_when_its_answer_is_out() {
        wire.onOpen(connection, Callback.NOOP);
        receive(OpCode.PING, "there?");
        assertThat(connection.sent).hasSize(1);
        assertThat(connection.sent.get(0).getFrame().getOpCode()).isEqualTo(OpCode.PONG);
        assertThat(connection.sent.get(0).getFrame().getPayloadAsUTF8()).isEqualTo("there?");
        assertThat(connection.demanded).isEqualTo(1);

        connection.sent.get(0).getCallback().succeeded();

        assertThat(connection.demanded).isEqualTo(2);
    }

    @Test
    void after_a_message_that_is_refused_only_the_answer_to_the_close_is_waited_for() {
        wire.onOpen(connection, Callback.NOOP);

        receive(OpCode.TEXT, "far too large");
        receive(OpCode.TEXT, "small");

        assertThat(connection.closeCode).isEqualTo(CloseCode.TOO_LARGE);
        assertThat(ears.heard).isEmpty();
        assertThat(connection.demanded).isEqualTo(3);
    }

    @Test
    void a_client_that_does_not_answer_a_close_is_cut_off() {
        wire.onOpen(connection, Callback.NOOP);

        wire.close(CloseCode.NORMAL, "done");

        await().atMost(Duration.ofMinutes(2)).until(() -> connection.isAborted);
    }

    private static final class Ears implements WireListener {
        private final List<String> heard = new ArrayList<>();
        private final CompletableFuture<Void> room = new CompletableFuture<>();

        @Override
        public CompletionStage<Void> text(String text) {
            heard.add(text);
            return room;
        }

        @Override
        public CompletionStage<Void> binary(byte[] bytes) {
            return room;
        }

        @Override
        public void closed() {
            heard.add("closed");
        }
    }

    private static final class Connection extends CoreSession.Empty {
        private final List<OutgoingEntry> sent = new ArrayList<>();
        private int demanded;
        private int closeCode;
        private volatile boolean isAborted;

        @Override
        public void sendFrame(OutgoingEntry entry) {
            sent.add(entry);
        }

        @Override
        public void demand() {
            demanded++;
        }

        @Override
        public void close(int code, String reason, Callback callback) {
            closeCode = code;
        }

        @Override
        public void abort() {
            isAborted = true;
        }
    }
}
