package dev.aide.store.queue;

import dev.aide.store.Access;
import dev.aide.store.Database;
import dev.aide.store.Row;
import dev.aide.store.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Jobs in a table, shared by all workers of all processes on the database: {@code PersistentQueue.on(db, "mails")}.
 *
 * <p>A job is pushed, claimed for the length of a lease, and then completed or failed. If its worker dies, the lease
 * runs out and the job comes back: each job is worked on at least once, and by a stalled worker and its successor at the
 * same time in the worst case; but only the last claim can complete it.
 *
 * <p>Nothing is lost that {@link #push} returned from. A push tells {@link Database#onSignal} listeners of the queue's name
 * once it is committed. Safe for use by many threads, but for a queue {@link #in} a
 * session, which is as safe as that.
 */
public final class PersistentQueue implements AutoCloseable {
    private static final int AT_ONCE = 1_000;

    private static final BulkStatement INSERT = new BulkStatement(
            "INSERT INTO aide_job (queue, state, priority, run_at, max_attempts, unique_key, payload) VALUES ",
            "(?, ?, ?, ?, ?, ?, ?)",
            " ON CONFLICT (queue, unique_key) WHERE unique_key IS NOT NULL AND finished_at IS NULL DO NOTHING");
    private static final String WITH_KEY =
            "SELECT id FROM aide_job WHERE queue = ? AND unique_key = ? AND finished_at IS NULL";
    private static final String COMPLETED = "state = 'complete', finished_at = ?, lease_until = NULL, error = NULL";
    private static final BulkStatement COMPLETE = new BulkStatement(
            "WITH ended (id, claim) AS (VALUES ",
            "(?, ?)",
            ") UPDATE aide_job SET " + COMPLETED + " FROM ended"
                    + " WHERE aide_job.id = ended.id AND aide_job.claim = ended.claim AND state = 'claimed'");

    private final Access access;
    private final Claiming claiming;
    private final String name;
    private final QueueOptions options;
    private final Runnable close;

    private PersistentQueue(Access access, Claiming claiming, String name, QueueOptions options, Runnable close) {
        this.access = access;
        this.claiming = claiming;
        this.name = name;
        this.options = options;
        this.close = close;
    }

    /**
     * A queue in the default file, see {@link Database#openDefault}, with standard options. Close it when it is done with.
     *
     * @throws dev.aide.store.StoreException if the file cannot be written to
     */
    public static PersistentQueue open(String name) {
        Database opened = Database.openDefault();
        try {
            return on(opened, name, QueueOptions.standard(), opened::close);
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** A queue on a database, with standard options; its tables are made if they are not there. */
    public static PersistentQueue on(Database database, String name) {
        return on(database, name, QueueOptions.standard());
    }

    /** A queue on a database; its tables are made if they are not there. */
    public static PersistentQueue on(Database database, String name, QueueOptions options) {
        return on(database, name, options, () -> {});
    }

    private static PersistentQueue on(Database database, String name, QueueOptions options, Runnable close) {
        QueueTables.create(database);
        Claiming claiming = new Claiming(name, options, database.dialect().skipLocked());
        return new PersistentQueue(database, claiming, name, options, close);
    }

    /**
     * The same queue inside a session: what is pushed or completed in its transaction is so if and only if the
     * transaction commits.
     */
    public PersistentQueue in(Session session) {
        return new PersistentQueue(session, claiming, name, options, () -> {});
    }

    /** The queue's name. */
    public String name() {
        return name;
    }

    QueueOptions options() {
        return options;
    }

    /**
     * Pushes a payload, to be worked on at once.
     *
     * @return the job's number
     * @throws IllegalArgumentException if the payload cannot be written as JSON
     */
    public long push(Object payload) {
        return push(NewJob.of(payload));
    }

    /**
     * Pushes a job.
     *
     * @return its number, or that of the unfinished job that has the same key
     */
    public long push(NewJob job) {
        return access.inTransaction(session -> {
            List<Row> found = List.of();
            while (found.isEmpty()) {
                found = session.query(
                                INSERT.sql(1) + " RETURNING id", values(job).toArray())
                        .list();
                if (found.isEmpty()) {
                    // may be empty again, when the job with this key was finished just now
                    found = session.query(WITH_KEY, name, job.key()).list();
                }
            }
            session.signal(name);
            return found.get(0).number("id");
        });
    }

    /**
     * Pushes many jobs, all or none.
     *
     * @return how many, without those that have the key of an unfinished job
     */
    public int pushAll(Collection<NewJob> jobs) {
        List<List<Object>> values = jobs.stream().map(this::values).toList();
        return access.inTransaction(session -> {
            session.signal(name);
            return INSERT.run(session, values);
        });
    }

    private List<Object> values(NewJob job) {
        boolean later = job.delay().toMillis() > 0;
        List<Object> values = new ArrayList<>();
        values.add(name);
        values.add((later ? JobState.SCHEDULED : JobState.READY).column());
        values.add(job.priority());
        values.add(now() + Math.max(0, job.delay().toMillis()));
        values.add(options.maxAttempts());
        values.add(job.key());
        values.add(job.payload().text());
        return values;
    }

    /** Claims the first job, if there is one. */
    public Optional<Claim> pop() {
        return claim(1).stream().findFirst();
    }

    /**
     * Claims up to so many jobs: highest priority first, then in the order of pushing. Empty when there is none, or the
     * queue is paused.
     */
    public List<Claim> claim(int atMost) {
        return access.inTransaction(session -> claiming.claim(session, atMost));
    }

    /**
     * Extends the lease to its full length from now.
     *
     * @return whether the claim is still live; if not, stop working on the job
     */
    public boolean heartbeat(Claim claim) {
        return change(claim, "lease_until = ?", now() + options.lease().toMillis());
    }

    /**
     * Ends a job as done.
     *
     * @return whether it is; false when the lease ran out and the job belongs to another claim
     */
    public boolean complete(Claim claim) {
        return change(claim, COMPLETED, now());
    }

    /**
     * Ends many jobs as done, in one transaction.
     *
     * @return how many are, without those that belong to another claim by now
     */
    public int completeAll(Collection<Claim> claims) {
        List<List<Object>> ended = claims.stream()
                .map(claim -> List.<Object>of(claim.id(), claim.number()))
                .toList();
        return access.inTransaction(session -> COMPLETE.run(session, ended, now()));
    }

    /**
     * Says that an attempt failed: the job is tried again after a wait, or dead after the last attempt.
     *
     * @return whether this claim was still live
     */
    public boolean fail(Claim claim, String error) {
        if (claim.attempt() >= claim.maxAttempts()) {
            return discard(claim, error);
        }
        long later = now() + options.backoff().after(claim.attempt()).toMillis();
        return change(claim, "state = 'scheduled', lease_until = NULL, run_at = ?, error = ?", later, error);
    }

    /**
     * Ends a job as dead, whatever attempts are left.
     *
     * @return whether this claim was still live
     */
    public boolean discard(Claim claim, String error) {
        return change(claim, "state = 'dead', lease_until = NULL, finished_at = ?, error = ?", now(), error);
    }

    /**
     * Gives a job back, to be claimed after a delay; the attempt is not counted.
     *
     * @return whether this claim was still live
     */
    public boolean snooze(Claim claim, Duration delay) {
        return change(
                claim,
                "state = 'scheduled', lease_until = NULL, attempts = attempts - 1, run_at = ?",
                now() + delay.toMillis());
    }

    private boolean change(Claim claim, String assignments, Object... values) {
        List<Object> arguments = new ArrayList<>(List.of(values));
        arguments.add(claim.id());
        arguments.add(claim.number());
        return access.execute(changing(assignments), arguments.toArray()) == 1;
    }

    // the claim number is what keeps a worker that lost its lease from ending what another one has begun
    private static String changing(String assignments) {
        return "UPDATE aide_job SET " + assignments + " WHERE id = ? AND claim = ? AND state = 'claimed'";
    }

    /** The jobs that would be claimed next, without claiming them or waiting for anybody. */
    public List<Job> peek(int atMost) {
        return access.query(
                        "SELECT " + Job.COLUMNS + " FROM aide_job WHERE queue = ? AND state = 'ready'"
                                + " ORDER BY priority DESC, id LIMIT ?",
                        name,
                        atMost)
                .map(Job::of);
    }

    /** Dead jobs, the latest first. */
    public List<Job> dead(int atMost) {
        return access.query(
                        "SELECT " + Job.COLUMNS + " FROM aide_job WHERE queue = ? AND state = 'dead'"
                                + " AND finished_at IS NOT NULL ORDER BY finished_at DESC, id DESC LIMIT ?",
                        name,
                        atMost)
                .map(Job::of);
    }

    /**
     * Makes a dead job ready again, with all its attempts.
     *
     * @return whether it was dead
     * @throws dev.aide.store.ConstraintException if an unfinished job has its key
     */
    public boolean requeue(long id) {
        return access.inTransaction(session -> {
            session.signal(name);
            return session.execute(
                            "UPDATE aide_job SET state = 'ready', attempts = 0, finished_at = NULL, error = NULL"
                                    + " WHERE id = ? AND queue = ? AND state = 'dead'",
                            id,
                            name)
                    == 1;
        });
    }

    /** How many jobs are in each state; each state is there. */
    public Map<JobState, Long> counts() {
        Map<JobState, Long> counts = new EnumMap<>(JobState.class);
        for (JobState state : JobState.values()) {
            counts.put(state, 0L);
        }
        access.query("SELECT state, count(*) AS n FROM aide_job WHERE queue = ? GROUP BY state", name)
                .list()
                .forEach(row -> counts.put(JobState.of(row.text("state")), row.number("n")));
        return counts;
    }

    /** Lets no job be claimed, in any process, until {@link #resume}. What is claimed goes on. */
    public void pause() {
        access.upsert("aide_queue", Map.of("name", name, "paused", true), "name");
    }

    /** Ends a pause. */
    public void resume() {
        access.useTransaction(session -> {
            session.upsert("aide_queue", Map.of("name", name, "paused", false), "name");
            session.signal(name);
        });
    }

    /**
     * Deletes jobs that ended longer ago than this.
     *
     * @param state {@link JobState#COMPLETE} or {@link JobState#DEAD}
     * @return how many
     * @throws IllegalArgumentException if the state is another one: those jobs have not ended
     */
    public long purge(JobState state, Duration age) {
        if (state != JobState.COMPLETE && state != JobState.DEAD) {
            throw new IllegalArgumentException("only jobs that are COMPLETE or DEAD can be purged, not " + state);
        }
        long deleted = 0;
        int last;
        do {
            // some at a time, so that others get their turn to write between
            last = access.execute(
                    "DELETE FROM aide_job WHERE id IN (SELECT id FROM aide_job WHERE queue = ? AND state = ?"
                            + " AND finished_at <= ? LIMIT ?)",
                    name,
                    state.column(),
                    now() - age.toMillis(),
                    AT_ONCE);
            deleted += last;
        } while (last == AT_ONCE);
        return deleted;
    }

    /** Closes the default file if this queue has opened it; does nothing to a database that it was given. */
    @Override
    public void close() {
        close.run();
    }

    private long now() {
        return options.clock().millis();
    }
}
