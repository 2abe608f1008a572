package dev.aide.server.socket.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aide.server.Postgres;
import dev.aide.server.socket.cluster.Command.Kind;
import dev.aide.store.Database;
import dev.aide.store.buffer.DatabaseBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClusterTest {
    private static final int NODES = 3;
    private static final int WRITERS = 4;
    private static final int COMMANDS = 300;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(NODES * WRITERS + 2);
    private final List<Node> nodes = new ArrayList<>();

    @BeforeEach
    void start() {
        String url = Postgres.newSchema();
        for (int i = 0; i < NODES; i++) {
            nodes.add(new Node(Postgres.seenBy("node" + i, url)));
        }
        nodes.forEach(Node::start);
    }

    @AfterEach
    void stop() throws Exception {
        for (Node node : nodes) {
            node.stop();
        }
        threads.shutdownNow();
    }

    @Test
    void each_node_hears_all_that_the_others_tell_once_and_in_order() throws Exception {
        List<Future<?>> writers = new ArrayList<>();
        for (Node node : nodes) {
            for (int writer = 0; writer < WRITERS; writer++) {
                String from = nodes.indexOf(node) + "/" + writer;
                writers.add(threads.submit(() -> {
                    for (int i = 0; i < COMMANDS; i++) {
                        node.cluster.outbox().tell(new Command(Kind.SEND_TO_ALL, "/", from, Integer.toString(i)));
                    }
                }));
            }
        }
        for (Future<?> writer : writers) {
            writer.get(2, TimeUnit.MINUTES);
        }

        for (Node node : nodes) {
            await().atMost(LONGEST).until(() -> node.heard.size() >= (NODES - 1) * WRITERS * COMMANDS);
            assertThat(node.heard).hasSize((NODES - 1) * WRITERS * COMMANDS);
            for (int other = 0; other < NODES; other++) {
                for (int writer = 0; writer < WRITERS; writer++) {
                    String from = other + "/" + writer;
                    List<String> texts = node.heard.stream()
                            .filter(command -> command.target().equals(from))
                            .map(Command::text)
                            .toList();
                    assertThat(texts).isEqualTo(other == nodes.indexOf(node) ? List.of() : numbers());
                }
            }
        }
    }

    private static List<String> numbers() {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < COMMANDS; i++) {
            numbers.add(Integer.toString(i));
        }
        return numbers;
    }

    @Test
    void a_long_transaction_of_somebody_else_holds_up_nobody() throws Exception {
        CountDownLatch hasBegun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Database database = nodes.get(0).database;
        database.execute("CREATE TABLE work (id INTEGER)");
        Future<?> work = threads.submit(() -> database.useTransaction(session -> {
            session.execute("INSERT INTO work (id) VALUES (1)");
            hasBegun.countDown();
            awaitUninterruptibly(mayEnd);
        }));
        hasBegun.await();

        nodes.get(1).cluster.outbox().tell(new Command(Kind.KEPT, "/", "ada", ""));
        await().atMost(LONGEST).until(() -> nodes.get(2).heard.size() == 1);

        assertThat(work).isNotDone();
        mayEnd.countDown();
        work.get(2, TimeUnit.MINUTES);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void who_joins_later_hears_what_is_told_from_then_on() {
        Command before = new Command(Kind.DISCONNECT, "/", "ada", "");
        Command after = new Command(Kind.DISCONNECT, "/", "bob", "");
        nodes.get(0).cluster.outbox().tell(before);
        await().atMost(LONGEST).until(() -> nodes.get(1).heard.size() == 1);

        Node late = new Node(Postgres.seenBy("late", nodes.get(0).url));
        nodes.add(late);
        late.start();
        nodes.get(0).cluster.outbox().tell(after);

        await().atMost(LONGEST).until(() -> late.heard.size() == 1);
        assertThat(late.heard).containsExactly(after);
        late.cluster.outbox().tell(before);
        await().atMost(LONGEST).until(() -> nodes.get(0).heard.size() == 1);
    }

    @Test
    void what_no_signal_told_of_is_found_by_looking() {
        Database database = nodes.get(0).database;
        database.insert("aide_socket_node", Map.of("id", "silent", "seen_at", Long.MAX_VALUE));
        database.execute(
                "INSERT INTO aide_socket_outbox (node, number, kind, namespace, target, content, created_at)"
                        + " VALUES ('silent', 1, 'KEPT', '/', 'ada', '', ?)",
                Long.MAX_VALUE);

        for (Node node : nodes) {
            await().atMost(LONGEST).until(() -> node.heard.size() == 1);
            assertThat(node.heard).containsExactly(new Command(Kind.KEPT, "/", "ada", ""));
        }
    }

    @Test
    void what_a_dead_node_has_left_is_deleted_in_time() {
        Database database = nodes.get(0).database;
        database.insert("aide_socket_node", Map.of("id", "dead", "seen_at", 1));
        database.insert(
                "aide_socket_seat",
                Map.of("node", "dead", "namespace", "/", "place", Seat.ANYWHERE, "user_id", "ada", "sockets", 1));
        database.execute("INSERT INTO aide_socket_outbox (node, number, kind, namespace, target, content, created_at)"
                + " VALUES ('dead', 1, 'KEPT', '/', 'ada', '', 1)");
        assertThat(nodes.get(0).cluster.attendance().users("/", Seat.ANYWHERE)).isEmpty();

        Node late = new Node(Postgres.seenBy("late", nodes.get(0).url));
        nodes.add(late);
        late.start();

        for (String table : List.of("aide_socket_seat", "aide_socket_outbox")) {
            await().atMost(LONGEST).until(() -> database.fetch(table).count() == 0);
        }
        assertThat(database.fetch("aide_socket_node").count()).isEqualTo(NODES + 1);
    }

    @Test
    void a_node_hears_that_it_has_recovered_after_it_has_heard_that_it_was_cut_off() throws Exception {
        Queue<Runnable> watches = new ConcurrentLinkedQueue<>();
        Hurried hurried = new Hurried();
        Database database = Database.open(nodes.get(0).url);
        DatabaseBuffer writes = DatabaseBuffer.start(database);
        // each beat comes too late
        Cluster cluster = Cluster.open(database, writes, Duration.ofNanos(1));
        try {
            cluster.start(
                    (delay, task) -> {
                        watches.add(task);
                        return () -> {};
                    },
                    hurried);
            for (int i = 0; i < 3; i++) {
                watches.remove().run();
            }
            int before = hurried.heard.size();
            await().atMost(LONGEST).until(() -> hurried.heard.size() > before + 3);
        } finally {
            cluster.stop();
            writes.stop();
            database.close();
        }

        List<String> heard = List.copyOf(hurried.heard);
        for (int i = 0; i < heard.size(); i++) {
            assertThat(heard.get(i))
                    .as("%s of %s", i, heard)
                    .isEqualTo(List.of("cut", "closed", "back").get(i % 3));
        }
    }

    @Test
    void a_beat_that_took_as_long_as_the_cut_is_no_recovery() throws Exception {
        Queue<Runnable> watches = new ConcurrentLinkedQueue<>();
        Hurried hurried = new Hurried();
        Database database = Database.open(nodes.get(0).url);
        DatabaseBuffer writes = DatabaseBuffer.start(database);
        Cluster cluster = Cluster.open(database, writes, Duration.ofSeconds(2));
        List<String> others = nodeIds();
        CountDownLatch isHeld = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        try {
            cluster.start(
                    (delay, task) -> {
                        watches.add(task);
                        return () -> {};
                    },
                    hurried);
            List<String> own = nodeIds();
            own.removeAll(others);
            Future<?> holder = threads.submit(() -> nodes.get(0).database.useTransaction(session -> {
                session.execute("UPDATE aide_socket_node SET seen_at = seen_at WHERE id = ?", own.get(0));
                isHeld.countDown();
                awaitUninterruptibly(mayEnd);
            }));
            isHeld.await();
            await().atMost(LONGEST).until(() -> {
                watches.remove().run();
                return hurried.heard.contains("closed");
            });
            mayEnd.countDown();
            await().atMost(LONGEST).until(() -> hurried.heard.contains("back"));
            watches.remove().run();

            assertThat(hurried.heard).containsExactly("cut", "closed", "back");
            holder.get(2, TimeUnit.MINUTES);
        } finally {
            mayEnd.countDown();
            cluster.stop();
            writes.stop();
            database.close();
        }
    }

    private List<String> nodeIds() {
        return new ArrayList<>(
                nodes.get(0).database.query("SELECT id FROM aide_socket_node").map(row -> row.text("id")));
    }

    /** A node that takes some time to close its sockets, if a recovery does not come first. */
    private static final class Hurried implements LocalNode {
        private static final long SOME_MILLIS = 2_000;

        private final Queue<String> heard = new ConcurrentLinkedQueue<>();
        private final Semaphore recoveries = new Semaphore(0);

        @Override
        public void cutOff() {
            heard.add("cut");
            recoveries.drainPermits();
            try {
                if (!Thread.currentThread().getName().equals("portal-node")) {
                    var unused = recoveries.tryAcquire(SOME_MILLIS, TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            heard.add("closed");
        }

        @Override
        public void recovered() {
            heard.add("back");
            recoveries.release();
        }

        @Override
        public void receive(Command command) {
            throw new AssertionError("nobody tells anything");
        }

        @Override
        public Map<Seat, Integer> seats() {
            return Map.of();
        }
    }

    /** A node in this process, with connections of its own. */
    private final class Node implements LocalNode {
        private final Queue<Command> heard = new ConcurrentLinkedQueue<>();
        private final String url;
        private final Database database;
        private final DatabaseBuffer writes;
        private final Cluster cluster;

        Node(String url) {
            this.url = url;
            database = Database.open(url);
            writes = DatabaseBuffer.start(database);
            cluster = Cluster.open(database, writes, Duration.ofMinutes(5));
        }

        void start() {
            cluster.start(
                    (delay, task) -> {
                        Future<?> later = threads.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
                        return () -> later.cancel(false);
                    },
                    this);
        }

        void stop() throws InterruptedException {
            cluster.stop();
            writes.stop();
            database.close();
        }

        @Override
        public void receive(Command command) {
            heard.add(command);
        }

        @Override
        public Map<Seat, Integer> seats() {
            return Map.of();
        }

        @Override
        public void cutOff() {
            throw new AssertionError("nobody cuts it off");
        }

        @Override
        public void recovered() {
            throw new AssertionError("nothing has to recover");
        }
    }
}
