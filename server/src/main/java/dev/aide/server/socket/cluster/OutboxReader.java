package dev.aide.server.socket.cluster;

import dev.aide.server.socket.cluster.Command.Kind;
import dev.aide.store.Database;
import dev.aide.store.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears what other nodes tell: when they signal, and once a second. For one thread. */
final class OutboxReader {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxReader.class);
    private static final int AT_ONCE = 500;

    private final Database database;
    private final String node;
    private final Consumer<Command> receiver;
    private final Map<String, Long> readUpTo = new HashMap<>();

    OutboxReader(Database database, String node, Consumer<Command> receiver) {
        this.database = database;
        this.node = node;
        this.receiver = receiver;
    }

    /** What was told before is not for this node. */
    void skipToEnd() {
        readUpTo.clear();
        database.query("SELECT node, max(number) AS number FROM aide_socket_outbox GROUP BY node")
                .list()
                .forEach(row -> readUpTo.put(row.text("node"), row.number("number")));
    }

    /** Hands on what these nodes have told. */
    void read(Set<String> nodes) {
        nodes.stream().filter(other -> !other.equals(node)).forEach(this::read);
    }

    /** Hands on what all nodes have told. */
    void readAll() {
        Set<String> nodes =
                new TreeSet<>(database.query("SELECT id FROM aide_socket_node").map(row -> row.text("id")));
        // one that has ended may have told something before
        nodes.addAll(readUpTo.keySet());
        read(nodes);
    }

    /** Looks no more for what nodes tell that have ended, and of whose commands none is left. */
    void forgetGone() {
        readUpTo.keySet()
                .retainAll(database.query(
                                "SELECT id FROM aide_socket_node UNION SELECT node AS id FROM aide_socket_outbox")
                        .map(row -> row.text("id")));
    }

    private void read(String other) {
        List<Row> rows;
        do {
            rows = database.query(
                            "SELECT number, kind, namespace, target, content FROM aide_socket_outbox"
                                    + " WHERE node = ? AND number > ? ORDER BY number LIMIT ?",
                            other,
                            readUpTo.getOrDefault(other, 0L),
                            AT_ONCE)
                    .list();
            for (Row row : rows) {
                receive(row);
                readUpTo.put(other, row.number("number"));
            }
        } while (rows.size() == AT_ONCE);
    }

    private void receive(Row row) {
        try {
            receiver.accept(new Command(
                    Kind.valueOf(row.text("kind")), row.text("namespace"), row.text("target"), row.text("content")));
        } catch (RuntimeException e) {
            LOG.error("a command of another node failed", e);
        }
    }
}
