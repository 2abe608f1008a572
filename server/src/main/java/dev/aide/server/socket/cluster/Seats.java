package dev.aide.server.socket.cluster;

import dev.aide.store.Database;
import dev.aide.store.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Writes for the other nodes who is here: only what has changed since the last time. One thread writes; any may call {@link
 * #forget}.
 */
final class Seats {
    private final Database database;
    private final String node;
    private final Supplier<Map<Seat, Integer>> taken;
    private final AtomicBoolean isForgotten = new AtomicBoolean(true);
    private Map<Seat, Integer> written = Map.of();

    Seats(Database database, String node, Supplier<Map<Seat, Integer>> taken) {
        this.database = database;
        this.node = node;
        this.taken = taken;
    }

    /** What was written is perhaps no longer there: all is written the next time. */
    void forget() {
        isForgotten.set(true);
    }

    boolean isForgotten() {
        return isForgotten.get();
    }

    void write() {
        Map<Seat, Integer> now = taken.get();
        boolean isAll = isForgotten.getAndSet(false);
        try {
            database.useTransaction(session -> {
                if (isAll) {
                    session.execute("DELETE FROM aide_socket_seat WHERE node = ?", node);
                }
                write(session, now, isAll ? Map.of() : written);
            });
            written = now;
        } catch (RuntimeException e) {
            forget();
            throw e;
        }
    }

    private void write(Session session, Map<Seat, Integer> now, Map<Seat, Integer> before) {
        Map<Seat, Integer> gone = new HashMap<>(before);
        gone.keySet().removeAll(now.keySet());
        Map<Seat, Integer> changed = new HashMap<>(now);
        changed.entrySet().removeAll(before.entrySet());
        session.executeAll(
                "DELETE FROM aide_socket_seat WHERE node = ? AND namespace = ? AND place = ? AND user_id = ?",
                gone.keySet().stream().map(this::key).toList());
        session.executeAll(
                "INSERT INTO aide_socket_seat (node, namespace, place, user_id, sockets) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (node, namespace, place, user_id) DO UPDATE SET sockets = EXCLUDED.sockets",
                changed.entrySet().stream()
                        .map(seat -> with(key(seat.getKey()), seat.getValue()))
                        .toList());
    }

    private List<Object> key(Seat seat) {
        return List.of(node, seat.namespace(), seat.place(), seat.user());
    }

    private static List<Object> with(List<Object> key, Integer sockets) {
        List<Object> values = new ArrayList<>(key);
        values.add(sockets);
        return values;
    }
}
