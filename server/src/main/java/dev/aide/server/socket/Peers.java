package dev.aide.server.socket;

import dev.aide.server.socket.cluster.Command.Kind;
import java.util.List;
import java.util.function.Supplier;

/** The other nodes, as one namespace sees them. Implementations are thread-safe. */
interface Peers {

    /** Tells them soon, best effort. */
    void tell(Kind kind, String target, Supplier<String> text);

    /** The users who have sockets there: anywhere, or in a group. */
    List<String> users(String place);

    /** Whether a user has a socket there. */
    boolean isOnline(String user);

    /** How many sockets are there. */
    int count();

    /** Who is here has changed. */
    void seatsChanged();

    /** There are no others. */
    static Peers none() {
        return new Peers() {
            @Override
            public void tell(Kind kind, String target, Supplier<String> text) {}

            @Override
            public List<String> users(String place) {
                return List.of();
            }

            @Override
            public boolean isOnline(String user) {
                return false;
            }

            @Override
            public int count() {
                return 0;
            }

            @Override
            public void seatsChanged() {}
        };
    }
}
