package dev.aide.server.socket.cluster;

import dev.aide.store.Database;
import java.time.Duration;
import java.util.List;

/** Who is on other nodes that are alive, as they have written it. Safe for use by many threads. */
public final class Attendance {
    private static final String OTHERS =
            " FROM aide_socket_seat AS seat JOIN aide_socket_node AS node ON node.id = seat.node"
                    + " WHERE node.id <> ? AND node.seen_at > " + ClusterTables.NOW + " - ?";

    private final Database database;
    private final String node;
    private final Duration nodeTimeout;

    Attendance(Database database, String node, Duration nodeTimeout) {
        this.database = database;
        this.node = node;
        this.nodeTimeout = nodeTimeout;
    }

    /** The users who have a socket in a place. */
    public List<String> users(String namespace, String place) {
        return database.query(
                        "SELECT DISTINCT seat.user_id" + OTHERS
                                + " AND seat.namespace = ? AND seat.place = ? AND seat.user_id <> ''",
                        node,
                        nodeTimeout.toMillis(),
                        namespace,
                        place)
                .map(row -> row.text("user_id"));
    }

    /** Whether a user has a socket in a namespace. */
    public boolean isOnline(String namespace, String user) {
        return database.query(
                        "SELECT 1" + OTHERS + " AND seat.namespace = ? AND seat.place = ? AND seat.user_id = ? LIMIT 1",
                        node,
                        nodeTimeout.toMillis(),
                        namespace,
                        Seat.ANYWHERE,
                        user)
                .first()
                .isPresent();
    }

    /** How many sockets are in a namespace. */
    public int count(String namespace) {
        return (int) database.query(
                        "SELECT CAST(coalesce(sum(seat.sockets), 0) AS bigint) AS n" + OTHERS
                                + " AND seat.namespace = ? AND seat.place = ?",
                        node,
                        nodeTimeout.toMillis(),
                        namespace,
                        Seat.ANYWHERE)
                .list()
                .get(0)
                .number("n");
    }
}
