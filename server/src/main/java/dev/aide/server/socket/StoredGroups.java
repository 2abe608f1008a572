package dev.aide.server.socket;

import dev.aide.server.socket.cluster.Command.Kind;
import dev.aide.server.socket.engine.Timer;
import dev.aide.store.Database;
import dev.aide.store.Schema;
import dev.aide.store.StoreException;
import java.time.Duration;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Groups in the database, which all nodes share. Safe for use by many threads. */
final class StoredGroups implements Groups {
    private static final Logger LOG = LoggerFactory.getLogger(StoredGroups.class);
    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofSeconds(1);
    private static final int STRIPES = 64;
    private static final Schema TABLES = Schema.builder()
            .table("aide_socket_group", """
                    namespace TEXT NOT NULL, user_id TEXT NOT NULL, name TEXT NOT NULL,
                    PRIMARY KEY (namespace, user_id, name)""")
            .index("aide_socket_group", "namespace", "name")
            .build();

    private final Database database;
    private final String namespace;
    private final Hub hub;
    private final Peers peers;
    private final Lock[] stripes =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(Lock[]::new);
    private volatile Executor executor;
    private volatile Timer timer;

    StoredGroups(Database database, String namespace, Hub hub, Peers peers) {
        this.database = database;
        this.namespace = namespace;
        this.hub = hub;
        this.peers = peers;
    }

    static void createTables(Database database) {
        database.apply(TABLES);
    }

    @Override
    public void start(Executor handlers, Timer clock) {
        executor = handlers;
        timer = clock;
    }

    @Override
    public void join(String user, String group) {
        database.execute(
                "INSERT INTO aide_socket_group (namespace, user_id, name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                namespace,
                user,
                group);
        changed(user);
    }

    @Override
    public void leave(String user, String group) {
        database.execute(
                "DELETE FROM aide_socket_group WHERE namespace = ? AND user_id = ? AND name = ?",
                namespace,
                user,
                group);
        changed(user);
    }

    private void changed(String user) {
        refresh(user);
        peers.tell(Kind.GROUPS_CHANGED, user, () -> "");
    }

    @Override
    public Set<String> of(String user) {
        return new TreeSet<>(database.query(
                        "SELECT name FROM aide_socket_group WHERE namespace = ? AND user_id = ?", namespace, user)
                .map(row -> row.text("name")));
    }

    @Override
    public NavigableSet<String> members(String group) {
        return new TreeSet<>(database.query(
                        "SELECT user_id FROM aide_socket_group WHERE namespace = ? AND name = ?", namespace, group)
                .map(row -> row.text("user_id")));
    }

    @Override
    public void refresh(String user) {
        if (user.isEmpty() || hub.ofUser(user).isEmpty()) {
            return;
        }
        // what is read last must be what is put last, else a group that the user has left might come back
        Lock stripe = stripes[Math.floorMod(user.hashCode(), STRIPES)];
        stripe.lock();
        try {
            hub.replaceGroups(user, of(user));
        } catch (StoreException e) {
            LOG.warn("the groups of '{}' could not be read, which is tried again: {}", user, e.getMessage());
            timer.after(BEFORE_ANOTHER_TRY, () -> executor.execute(() -> refresh(user)));
        } finally {
            stripe.unlock();
        }
    }
}
