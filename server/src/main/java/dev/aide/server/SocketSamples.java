package dev.aide.server;

import static dev.aide.server.watch.Sample.counter;
import static dev.aide.server.watch.Sample.gauge;

import dev.aide.server.socket.SocketsState;
import dev.aide.server.socket.SocketsState.NamespaceState;
import dev.aide.server.watch.Sample;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Sockets in numbers to watch. */
final class SocketSamples {

    private SocketSamples() {}

    static List<Sample> of(SocketsState state) {
        return List.of(
                gauge("portal_socket_clients", "Clients connected by sockets.", state.clients()),
                gauge("portal_sockets", "Sockets in a namespace.", by(state, NamespaceState::sockets)),
                gauge("portal_socket_users", "Users in a namespace.", by(state, NamespaceState::users)),
                gauge("portal_socket_messages_queued", "Messages that wait for clients.", state.queued()),
                counter("portal_socket_messages_dropped_total", "Messages dropped for slow clients.", state.dropped()));
    }

    private static Map<String, Long> by(SocketsState state, ToLongFunction<NamespaceState> number) {
        Map<String, Long> values = new LinkedHashMap<>();
        state.namespaces().forEach(each -> values.put(label(each.name()), number.applyAsLong(each)));
        return values;
    }

    private static String label(String namespace) {
        return "namespace=\"" + namespace.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
