package dev.aide.server.socket;

import dev.aide.server.socket.cluster.Command;
import dev.aide.server.socket.cluster.LocalNode;
import dev.aide.server.socket.cluster.Seat;
import dev.aide.server.socket.engine.Sessions;
import java.util.HashMap;
import java.util.Map;

/** This process's namespaces and sessions as one node. Immutable. */
record ThisNode(Map<String, Namespace> namespaces, Sessions sessions) implements LocalNode {

    @Override
    public void receive(Command command) {
        // a node of a newer version may have others
        Namespace namespace = namespaces.get(command.namespace());
        if (namespace != null) {
            namespace.receive(command);
        }
    }

    @Override
    public Map<Seat, Integer> seats() {
        Map<Seat, Integer> taken = new HashMap<>();
        namespaces.forEach((name, namespace) -> taken.putAll(namespace.hub().seats(name)));
        return taken;
    }

    @Override
    public void cutOff() {
        sessions.suspend("this node has lost its database");
    }

    @Override
    public void recovered() {
        sessions.resume();
    }
}
