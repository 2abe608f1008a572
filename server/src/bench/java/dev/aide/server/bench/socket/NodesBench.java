package dev.aide.server.bench.socket;

import dev.aide.server.Portal;
import dev.aide.server.gate.Gate;
import dev.aide.server.socket.Namespace;
import dev.aide.server.socket.Sockets;
import dev.aide.store.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * How long a message takes from {@code broadcast} to a client of another node, and to one of the same node: two portals in
 * this process, each with connections of its own to one PostgreSQL with fsync on, and a client of each. The client of the
 * other node's figures hold encoding, a commit, the signal, and reading; both hold a WebSocket on loopback.
 */
public final class NodesBench {
    private static final int WARM_UP = 2_000;
    private static final int MESSAGES = 5_000;

    private NodesBench() {}

    /** Measures. */
    public static void main(String[] arguments) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .start();
                Node first = new Node(server.getJdbcUrl("postgres", "postgres") + "&ApplicationName=first");
                Node second = new Node(server.getJdbcUrl("postgres", "postgres") + "&ApplicationName=second");
                Clock same = new Clock(first.portal.url());
                Clock other = new Clock(second.portal.url())) {
            send(first.main, WARM_UP, 500, same, other);
            System.out.println("| messages a second | client of | median | 99 % | most |");
            System.out.println("|---|---|---|---|---|");
            for (int aSecond : new int[] {20, 200, 1_000}) {
                int messages = Math.min(MESSAGES, aSecond * 20);
                send(first.main, messages, aSecond, same, other);
                print(aSecond, "the same node", same.micros(messages));
                print(aSecond, "the other node", other.micros(messages));
            }
        }
    }

    private static void send(Namespace from, int messages, int aSecond, Clock... clocks) throws InterruptedException {
        for (Clock clock : clocks) {
            clock.reset();
        }
        long begun = System.nanoTime();
        for (int i = 0; i < messages; i++) {
            long due = begun + i * 1_000_000_000L / aSecond;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            from.broadcast("sent", Long.toString(System.nanoTime()));
        }
        for (Clock clock : clocks) {
            clock.await(messages);
        }
    }

    private static void print(int aSecond, String where, long[] micros) {
        Arrays.sort(micros);
        System.out.printf(
                Locale.ROOT,
                "| %,d | %s | %.1f ms | %.1f ms | %.1f ms |%n",
                aSecond,
                where,
                micros[micros.length / 2] / 1e3,
                micros[micros.length * 99 / 100] / 1e3,
                micros[micros.length - 1] / 1e3);
    }

    /** One portal with one namespace that is open. */
    private static final class Node implements AutoCloseable {
        private final Database database;
        private final Namespace main;
        private final Portal portal;

        Node(String url) {
            database = Database.open(url);
            Sockets sockets = Sockets.builder()
                    .store(database)
                    .namespace("/", namespace -> namespace.connect(Gate.open()))
                    .build();
            main = sockets.of("/");
            portal = Portal.builder().port(0).sockets(sockets).build().start();
        }

        @Override
        public void close() {
            portal.stop();
            database.close();
        }
    }
}
