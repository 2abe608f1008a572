package dev.aide.server;

import dev.aide.server.Draft.Raw;
import dev.aide.server.gate.Gate;
import dev.aide.server.http.Handler;
import dev.aide.server.http.HttpError;
import dev.aide.server.http.Method;
import dev.aide.server.http.Request;
import dev.aide.server.socket.SocketServer;
import java.util.ArrayList;
import java.util.List;

/** The endpoints by which sockets poll. Their gate is open, since each namespace and each event has one of its own. */
final class SocketEndpoints {

    private SocketEndpoints() {}

    /** One for each method: the protocol answers those that it does not know by itself. */
    static List<Draft> of(SocketServer sockets) {
        List<Draft> drafts = new ArrayList<>();
        for (Method method : Method.values()) {
            drafts.add(draft(method, sockets.path(), "Socket.IO over long polling", sockets::answer));
        }
        sockets.jsonPath()
                .ifPresent(path ->
                        drafts.add(draft(Method.GET, path, "Plain JSON over WebSocket", SocketEndpoints::refuse)));
        return drafts;
    }

    private static Draft draft(Method method, String path, String summary, Handler handler) {
        return new Draft(method, path, Gate.open(), "", "sockets", summary, new Raw(handler));
    }

    private static Object refuse(Request request) {
        throw HttpError.of(426, "this is a WebSocket; open it as one").header("Upgrade", "websocket");
    }
}
