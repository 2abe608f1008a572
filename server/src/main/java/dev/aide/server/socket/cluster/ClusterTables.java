package dev.aide.server.socket.cluster;

import dev.aide.store.Database;
import dev.aide.store.Schema;

/** The tables by which nodes know of each other. All times are the database's, in milliseconds since 1970. */
final class ClusterTables {
    /** The database's clock, which all nodes share. */
    static final String NOW = "CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)";

    private static final Schema TABLES = Schema.builder()
            .table("aide_socket_node", "id TEXT PRIMARY KEY, seen_at INTEGER NOT NULL")
            .table("aide_socket_outbox", """
                    node TEXT NOT NULL, number INTEGER NOT NULL, kind TEXT NOT NULL, namespace TEXT NOT NULL,
                    target TEXT NOT NULL, content TEXT NOT NULL, created_at INTEGER NOT NULL,
                    PRIMARY KEY (node, number)""")
            .index("aide_socket_outbox", "created_at")
            .table("aide_socket_seat", """
                    node TEXT NOT NULL, namespace TEXT NOT NULL, place TEXT NOT NULL, user_id TEXT NOT NULL,
                    sockets INTEGER NOT NULL, PRIMARY KEY (node, namespace, place, user_id)""")
            .index("aide_socket_seat", "namespace", "place", "user_id")
            .build();

    private ClusterTables() {}

    static void create(Database database) {
        database.apply(TABLES);
    }
}
