package dev.aide.server.bench.socket;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;
import org.eclipse.jetty.websocket.core.server.WebSocketUpgradeHandler;

/** WebSockets of Jetty's core with nothing around them: who opens one is sent what the portal would send. */
final class RawSockets implements FrameHandler {
    private static final byte[] OPEN = "0{\"sid\":\"x\"}".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CONNECTED = "40{\"sid\":\"x\"}".getBytes(StandardCharsets.US_ASCII);

    private final Set<CoreSession> open;
    private CoreSession session;

    private RawSockets(Set<CoreSession> open) {
        this.open = open;
    }

    /** What sends to all. */
    record Room(Set<CoreSession> open) {

        void sendToAll(String text) {
            byte[] bytes = ("42[\"tick\",\"" + text + "\"]").getBytes(StandardCharsets.UTF_8);
            open.forEach(session -> send(session, bytes));
        }
    }

    static Room start(int port) throws Exception {
        Set<CoreSession> open = ConcurrentHashMap.newKeySet();
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        WebSocketUpgradeHandler upgrades = new WebSocketUpgradeHandler();
        upgrades.addMapping("/*", new WebSocketNegotiator.AbstractNegotiator() {
            @Override
            public FrameHandler negotiate(
                    ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
                return new RawSockets(open);
            }
        });
        upgrades.getConfiguration().setIdleTimeout(Duration.ofMinutes(5));
        server.setHandler(upgrades);
        server.start();
        return new Room(open);
    }

    private static void send(CoreSession session, byte[] bytes) {
        session.sendFrame(new Frame(OpCode.TEXT, true, ByteBuffer.wrap(bytes)), Callback.NOOP, false);
    }

    @Override
    public void onOpen(CoreSession opened, Callback callback) {
        session = opened;
        open.add(opened);
        callback.succeeded();
        send(opened, OPEN);
        opened.demand();
    }

    @Override
    public void onFrame(Frame frame, Callback callback) {
        callback.succeeded();
        if (frame.isDataFrame()) {
            send(session, CONNECTED);
        }
        session.demand();
    }

    @Override
    public void onError(Throwable cause, Callback callback) {
        callback.succeeded();
    }

    @Override
    public void onClosed(CloseStatus status, Callback callback) {
        open.remove(session);
        callback.succeeded();
    }
}
