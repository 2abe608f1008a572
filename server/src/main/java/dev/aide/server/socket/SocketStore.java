package dev.aide.server.socket;

import dev.aide.server.socket.cluster.Cluster;
import dev.aide.server.socket.cluster.Command;
import dev.aide.server.socket.cluster.Command.Kind;
import dev.aide.server.socket.cluster.LocalNode;
import dev.aide.server.socket.engine.Timer;
import dev.aide.server.socket.mailbox.DatabaseMailboxes;
import dev.aide.server.socket.mailbox.Mailboxes;
import dev.aide.store.Database;
import dev.aide.store.Session;
import dev.aide.store.buffer.DatabaseBuffer;
import dev.aide.store.buffer.FullPolicy;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The database that sockets were given, with one writer whose commits all share; on PostgreSQL, a node of a cluster.
 *
 * <p>Safe for use by many threads.
 */
final class SocketStore {
    private final Database database;
    private final DatabaseBuffer writes;
    private final Optional<Cluster> cluster;

    private SocketStore(Database database, DatabaseBuffer writes, Optional<Cluster> cluster) {
        this.database = database;
        this.writes = writes;
        this.cluster = cluster;
    }

    /** Makes the tables, if they are not there, and begins to write. */
    static SocketStore open(Database database, Duration nodeTimeout) {
        DatabaseMailboxes.createTables(database);
        StoredGroups.createTables(database);
        // whoever writes hears of an error by the future; sockets' threads must not wait for room
        DatabaseBuffer writes = DatabaseBuffer.builder(database)
                .whenFull(FullPolicy.REJECT)
                .onError(error -> {})
                .start();
        Optional<Cluster> cluster = database.dialect().embedded()
                ? Optional.empty()
                : Optional.of(Cluster.open(database, writes, nodeTimeout));
        return new SocketStore(database, writes, cluster);
    }

    Mailboxes mailboxes(String namespace, int most) {
        BiConsumer<Session, String> announce = cluster.<BiConsumer<Session, String>>map(some ->
                        (session, user) -> some.outbox().add(session, new Command(Kind.KEPT, namespace, user, "")))
                .orElse((session, user) -> {});
        return new DatabaseMailboxes(database, writes, namespace, most, Clock.systemUTC(), announce);
    }

    Groups groups(String namespace, Hub hub, Peers peers) {
        return new StoredGroups(database, namespace, hub, peers);
    }

    Peers peers(String namespace) {
        return cluster.<Peers>map(some -> new ClusterPeers(some, namespace)).orElseGet(Peers::none);
    }

    /** Joins the other nodes, if there may be others. */
    void start(Timer timer, LocalNode node) {
        cluster.ifPresent(some -> some.start(timer, node));
    }

    /** Whether other nodes may have the same database. */
    boolean isShared() {
        return cluster.isPresent();
    }

    /** Whether this node has been without its database for too long. */
    boolean isCutOff() {
        return cluster.map(Cluster::isCutOff).orElse(false);
    }

    /** Leaves the others, writes what waits, and takes nothing more. */
    void stop() throws InterruptedException {
        if (cluster.isPresent()) {
            cluster.get().stop();
        }
        writes.stop();
    }
}
