package dev.aide.server.socket.cluster;

import dev.aide.store.Database;
import dev.aide.store.Session;
import dev.aide.store.buffer.DatabaseBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells other nodes, in order. A node's commands are numbered by the one thread that commits them, one transaction after
 * the other: so they become visible in the order of their numbers, and who has read up to a number has missed none below.
 * Only a transaction of which it is not known whether it was committed may come late and be missed, and that one is
 * reported to the caller as failed.
 *
 * <p>Safe for use by many threads.
 */
public final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final String SIGNAL = "aide_socket ";

    private final DatabaseBuffer writes;
    private final String node;
    private final AtomicBoolean isFailing = new AtomicBoolean();
    // the writer's thread only
    private long last;

    Outbox(DatabaseBuffer writes, String node) {
        this.writes = writes;
        this.node = node;
    }

    /** Tells the others soon; what cannot be written is dropped. */
    public void tell(Command command) {
        var unused = writes.write(session -> {
                    add(session, command);
                    return null;
                })
                .whenComplete((done, error) -> {
                    if (error == null) {
                        isFailing.set(false);
                    } else if (isFailing.compareAndSet(false, true)) {
                        LOG.warn("other nodes are not told now: {}", error.getMessage());
                    }
                });
    }

    /** Tells the others if and when this transaction of the buffer's commits; for the buffer's thread. */
    public void add(Session session, Command command) {
        session.execute(
                "INSERT INTO aide_socket_outbox (node, number, kind, namespace, target, content, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, " + ClusterTables.NOW + ")",
                node,
                ++last,
                command.kind().name(),
                command.namespace(),
                command.target(),
                command.text());
        session.signal(SIGNAL + node);
    }

    /** Has the listener called with the node whose commands are to be looked for. */
    static Database.Subscription onSignal(Database database, Consumer<String> listener) {
        return database.onSignal(name -> {
            if (name.startsWith(SIGNAL)) {
                listener.accept(name.substring(SIGNAL.length()));
            }
        });
    }
}
