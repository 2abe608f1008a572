package dev.aide.server.socket;

import dev.aide.server.gate.Gate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A namespace as it was written down, right or wrong. Immutable.
 *
 * @param connect who may connect; null if nothing was said
 * @param events its events
 * @param connected hears of each socket that has connected
 * @param disconnected hears of each that has gone, and why
 */
record NamespaceDraft(
        GateRef connect, List<Event> events, Consumer<Socket> connected, BiConsumer<Socket, String> disconnected) {

    /** An event: its name, its gate, or null, and what handles it. */
    record Event(String name, GateRef gate, EventHandler handler) {}

    /** A gate, or the name of one that the portal knows. */
    record GateRef(Gate gate, String name) {

        Optional<Gate> in(Map<String, Gate> named) {
            return Optional.ofNullable(gate == null ? named.get(name) : gate);
        }
    }
}
