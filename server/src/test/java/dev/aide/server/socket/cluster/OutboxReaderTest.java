package dev.aide.server.socket.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.server.Postgres;
import dev.aide.store.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxReaderTest {
    private final Database database = Database.open(Postgres.newSchema());
    private final List<String> heard = new ArrayList<>();
    private final OutboxReader reader = new OutboxReader(database, "here", command -> heard.add(command.target()));

    @BeforeEach
    void createTables() {
        ClusterTables.create(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void tell(String node, long number, String target) {
        database.execute(
                "INSERT INTO aide_socket_outbox (node, number, kind, namespace, target, content, created_at)"
                        + " VALUES (?, ?, 'KEPT', '/', ?, '', 1)",
                node,
                number,
                target);
    }

    private void emptyOutboxOf(String node) {
        database.execute("DELETE FROM aide_socket_outbox WHERE node = ?", node);
    }

    @Test
    void who_has_ended_and_left_nothing_is_forgotten() {
        tell("ended", 1, "before");
        reader.skipToEnd();
        emptyOutboxOf("ended");

        reader.forgetGone();

        tell("ended", 1, "after");
        reader.read(Set.of("ended"));
        assertThat(heard).containsExactly("after");
    }

    @Test
    void who_is_alive_or_has_left_something_is_not_forgotten() {
        database.insert("aide_socket_node", Map.of("id", "alive", "seen_at", 1));
        tell("alive", 1, "before");
        tell("ended", 2, "before");
        reader.skipToEnd();
        emptyOutboxOf("alive");

        reader.forgetGone();

        tell("alive", 1, "before");
        tell("alive", 2, "after");
        tell("ended", 1, "before");
        reader.readAll();
        assertThat(heard).containsExactly("after");
    }
}
