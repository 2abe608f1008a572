package dev.aide.server.socket.cluster;

import dev.aide.server.socket.engine.Timer;
import dev.aide.store.Database;
import dev.aide.store.buffer.DatabaseBuffer;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process as one of several nodes. One thread says that it is alive and hears the others, one writes who is here. A
 * node that has not reached the database for {@code nodeTimeout} is dead for the others, and knows it: it is cut off until
 * it reaches the database again.
 *
 * <p>Safe for use by many threads.
 */
public final class Cluster {
    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    // with the loop's own interval, others are heard within a second, signal or not
    private static final Duration BEAT = Duration.ofMillis(750);
    private static final long SEATS_PAUSE_MILLIS = 100;
    private static final Duration TIDY = Duration.ofMinutes(1);
    private static final long OUTBOX_MILLIS = Duration.ofMinutes(10).toMillis();
    private static final long NODE_MILLIS = Duration.ofHours(1).toMillis();

    private final String id = UUID.randomUUID().toString();
    private final Database database;
    private final Duration nodeTimeout;
    private final Outbox outbox;
    private final Attendance attendance;
    private final OutboxReader reader;
    private final Seats seats;
    private final Loop listening;
    private final Loop seating;
    private volatile LocalNode local;
    private volatile long lastBeat;
    private volatile boolean isCutOff;
    private long lastTidy = System.nanoTime() - TIDY.toNanos();
    private Database.Subscription signals = () -> {};

    /**
     * A node that has not joined yet; the tables are made if they are not there.
     *
     * @param database a PostgreSQL database
     * @param writes the one buffer that writes for this node
     * @param nodeTimeout how long it may be without the database
     */
    public static Cluster open(Database database, DatabaseBuffer writes, Duration nodeTimeout) {
        ClusterTables.create(database);
        return new Cluster(database, writes, nodeTimeout);
    }

    private Cluster(Database database, DatabaseBuffer writes, Duration nodeTimeout) {
        this.database = database;
        this.nodeTimeout = nodeTimeout;
        outbox = new Outbox(writes, id);
        attendance = new Attendance(database, id, nodeTimeout);
        reader = new OutboxReader(database, id, command -> local.receive(command));
        seats = new Seats(database, id, () -> local.seats());
        listening = new Loop("portal-node", "hear other nodes", 0, this::listen);
        seating = new Loop("portal-seats", "tell other nodes who is here", SEATS_PAUSE_MILLIS, this::seat);
    }

    /** Tells the other nodes. */
    public Outbox outbox() {
        return outbox;
    }

    /** Who is on the other nodes. */
    public Attendance attendance() {
        return attendance;
    }

    /** Who is here has changed; the others know soon. */
    public void seatsChanged() {
        seating.call("changed");
    }

    /** Whether it has not reached the database for too long. */
    public boolean isCutOff() {
        return isCutOff;
    }

    /** Joins the others. */
    public void start(Timer timer, LocalNode node) {
        local = node;
        lastBeat = System.nanoTime();
        beat();
        reader.skipToEnd();
        signals = Outbox.onSignal(database, listening::call);
        listening.start();
        seating.start();
        watch(timer);
    }

    private void watch(Timer timer) {
        timer.after(BEAT, () -> {
            cutOffIfLate(System.nanoTime());
            watch(timer);
        });
    }

    // the flag and what the node is told change under one lock: else it might hear of a recovery before the cut
    private synchronized void cutOffIfLate(long now) {
        if (!isCutOff && now - lastBeat > nodeTimeout.toNanos()) {
            isCutOff = true;
            LOG.error("the database was not reached for {}: there are no sockets until it is", nodeTimeout);
            local.cutOff();
        }
    }

    private void listen(Set<String> signalled) {
        if (System.nanoTime() - lastBeat < BEAT.toNanos()) {
            reader.read(signalled);
            return;
        }
        beat();
        reader.readAll();
        if (System.nanoTime() - lastTidy > TIDY.toNanos()) {
            lastTidy = System.nanoTime();
            tidy();
        }
    }

    private void beat() {
        long begun = System.nanoTime();
        database.execute(
                "INSERT INTO aide_socket_node (id, seen_at) VALUES (?, " + ClusterTables.NOW
                        + ") ON CONFLICT (id) DO UPDATE SET seen_at = EXCLUDED.seen_at",
                id);
        // after a pause of the whole process, the others took it for dead before it knew
        cutOffIfLate(begun);
        boolean wasCutOff = isCutOff;
        if (wasCutOff) {
            // its sockets are closed: what was told meanwhile is for nobody
            reader.skipToEnd();
            seats.forget();
        }
        beaten(begun, wasCutOff);
    }

    /**
     * A cut that has come since this beat looked is for the next one to recover from; and so is one after which this beat took
     * so long that the next cut would follow at once.
     */
    private synchronized void beaten(long begun, boolean wasCutOff) {
        lastBeat = begun;
        if (wasCutOff && System.nanoTime() - begun < Math.max(nodeTimeout.toNanos() / 2, BEAT.toNanos())) {
            isCutOff = false;
            LOG.info("the database is reached again: sockets are welcome");
            local.recovered();
        }
    }

    private void seat(Set<String> changes) {
        if (!changes.isEmpty() || seats.isForgotten()) {
            seats.write();
        }
    }

    private void tidy() {
        database.execute(
                "DELETE FROM aide_socket_outbox WHERE created_at < " + ClusterTables.NOW + " - ?", OUTBOX_MILLIS);
        database.execute("DELETE FROM aide_socket_node WHERE seen_at < " + ClusterTables.NOW + " - ?", NODE_MILLIS);
        database.execute("DELETE FROM aide_socket_seat WHERE node NOT IN (SELECT id FROM aide_socket_node)");
        reader.forgetGone();
    }

    /** Leaves the others. */
    public void stop() throws InterruptedException {
        signals.close();
        listening.stop();
        seating.stop();
        if (!isCutOff) {
            leave();
        }
    }

    private void leave() {
        try {
            database.execute("UPDATE aide_socket_node SET seen_at = 0 WHERE id = ?", id);
        } catch (RuntimeException e) {
            LOG.warn("the other nodes learn by the clock that this one has left: {}", e.getMessage());
        }
    }
}
