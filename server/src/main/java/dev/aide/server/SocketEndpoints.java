package dev.aide.server;

import dev.aide.server.Draft.Raw;
import dev.aide.server.gate.Gate;
import dev.aide.server.http.Method;
import dev.aide.server.socket.SocketServer;
import java.util.Arrays;
import java.util.List;

/** The endpoints by which sockets poll. Their gate is open, since each namespace and each event has one of its own. */
final class SocketEndpoints {

    private SocketEndpoints() {}

    /** One for each method: the protocol answers those that it does not know by itself. */
    static List<Draft> of(SocketServer sockets) {
        return Arrays.stream(Method.values())
                .map(method -> new Draft(
                        method,
                        sockets.path(),
                        Gate.open(),
                        "",
                        "sockets",
                        "Socket.IO over long polling",
                        new Raw(sockets::answer)))
                .toList();
    }
}
