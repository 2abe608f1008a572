package dev.aide.server.socket;

import dev.aide.server.gate.Credentials;
import dev.aide.server.gate.Gate;
import dev.aide.server.socket.NamespaceDraft.Event;
import dev.aide.server.socket.NamespaceDraft.GateRef;
import dev.aide.server.socket.packet.SocketPacket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What is wrong with sockets as they were written down. For one thread. */
public final class SocketMistakes {
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)+/?");
    private static final Pattern NAMESPACE = Pattern.compile("/[^,?\\s]{0,100}");

    private final Map<String, Gate> gates;
    private final Credentials credentials;
    private final List<String> mistakes = new ArrayList<>();

    private SocketMistakes(Map<String, Gate> gates, Credentials credentials) {
        this.gates = gates;
        this.credentials = credentials;
    }

    /**
     * All mistakes, in words; empty if all is well.
     *
     * @param gates the portal's gates by name
     * @param longestPoll how long the portal lets a request wait for its answer
     * @param maxBodyBytes how large a body the portal takes
     */
    public static List<String> in(
            Sockets sockets, Map<String, Gate> gates, Credentials credentials, Duration longestPoll, int maxBodyBytes) {
        SocketMistakes found = new SocketMistakes(gates, credentials);
        found.inOptions(sockets.options(), longestPoll, maxBodyBytes);
        if (sockets.drafts().isEmpty()) {
            found.mistakes.add("sockets: there is no namespace; add one, as namespace(\"/\", …)");
        }
        sockets.drafts().forEach(found::inNamespace);
        return found.mistakes;
    }

    private void inOptions(SocketOptions options, Duration longestPoll, int maxBodyBytes) {
        if (!PATH.matcher(options.path()).matches()) {
            mistakes.add("sockets: the path '" + options.path() + "' must be like /socket.io/");
        }
        options.json().ifPresent(json -> inJson(json, options.path()));
        if (options.engine().pingInterval().compareTo(longestPoll) >= 0) {
            mistakes.add("sockets: pingInterval " + options.engine().pingInterval()
                    + " must be less than the portal's handlerTimeout and idleTimeout, of which the shorter is "
                    + longestPoll + "; a poll waits as long as that");
        }
        if (options.engine().maxPayload() > maxBodyBytes) {
            mistakes.add("sockets: maxPayload " + options.engine().maxPayload()
                    + " must be at most the portal's maxBodyBytes, which is " + maxBodyBytes);
        }
    }

    private void inJson(String json, String path) {
        if (!PATH.matcher(json).matches() || json.equals(path)) {
            mistakes.add("sockets: the path '" + json + "' for JSON must be like /ws, and not that of Socket.IO");
        }
    }

    private void inNamespace(String name, NamespaceDraft draft) {
        String where = "namespace '" + name + "'";
        if (!NAMESPACE.matcher(name).matches()) {
            mistakes.add(where + ": its name must begin with a slash and have no comma, question mark or space");
        }
        inGate(where, draft.connect(), "has no gate; say who may connect, as connect(Gate.open()) if everybody may");
        Set<String> names = new HashSet<>();
        for (Event event : draft.events()) {
            String what = "event '" + event.name() + "' of " + where;
            if (!names.add(event.name())) {
                mistakes.add(what + ": is there twice");
            }
            if (SocketPacket.isReserved(event.name())) {
                mistakes.add(what + ": the protocol keeps that name to itself");
            }
            inGate(what, event.gate(), "has no gate; say who may send it, with Gate.open() if everybody may");
        }
    }

    private void inGate(String what, GateRef reference, String missing) {
        if (reference == null) {
            mistakes.add(what + ": " + missing);
            return;
        }
        Optional<Gate> gate = reference.in(gates);
        if (gate.isEmpty()) {
            mistakes.add(what + ": its gate '" + reference.name() + "' is not known; known are " + gates.keySet());
            return;
        }
        credentials.missingFor(gate.get()).forEach(lack -> mistakes.add(what + ": " + lack));
        if (gate.get().masking().isPresent()) {
            mistakes.add(what + ": its gate masks ids, which is for HTTP only");
        }
    }
}
