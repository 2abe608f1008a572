package dev.aide.store.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.aide.store.Database;
import dev.aide.store.Schema;
import dev.aide.store.buffer.DatabaseBuffer;
import dev.aide.store.queue.Claim;
import dev.aide.store.queue.NewJob;
import dev.aide.store.queue.PersistentQueue;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jobrunr.storage.sql.postgres.PostgresStorageProvider;
import org.jobrunr.storage.sql.sqlite.SqLiteStorageProvider;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The store's figures in docs/benchmarks.md: all of them, or the part that is named. */
public final class StoreBench {
    private static final int BATCH = 50;

    private StoreBench() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createTempDirectory(Path.of("target"), "bench");
        switch (arguments.length == 0 ? "all" : arguments[0]) {
            case "writes" -> writes(directory);
            case "sqlite" -> sqliteJobs(directory);
            case "backlog" -> backlog(directory);
            case "postgresql" -> postgresJobs();
            default -> {
                writes(directory);
                sqliteJobs(directory);
                backlog(directory);
                postgresJobs();
            }
        }
    }

    private static void writes(Path directory) throws Exception {
        try (RawSqlite raw = new RawSqlite(directory.resolve("raw.db"));
                Database db = Database.open("jdbc:sqlite:" + directory.resolve("buffer.db"));
                DatabaseBuffer buffer = DatabaseBuffer.start(db)) {
            db.apply(Schema.of(Map.of("notes", "id INTEGER PRIMARY KEY, name TEXT, size INTEGER")));
            new Measure()
                    .add("raw JDBC, one commit each", round -> raw.oneCommitEach(1_000))
                    .add("raw JDBC, 64 callers, group commit", round -> raw.groupCommit(64, 500))
                    .add("DatabaseBuffer, 64 callers", round -> {
                        Callers.run(64, 500, i -> buffer.insert("notes", Map.of("name", "name " + i, "size", i))
                                .join());
                        return 64 * 500;
                    })
                    .run("SQLite, FULL: durable writes");
        }
    }

    private static void sqliteJobs(Path directory) throws Exception {
        DbSchedulerJobs dbScheduler =
                new DbSchedulerJobs(source(directory.resolve("db-scheduler.db")), "BLOB", "TIMESTAMP", false);
        JobRunrJobs jobRunr = new JobRunrJobs(new SqLiteStorageProvider(source(directory.resolve("jobrunr.db"))));
        try (RawSqlite raw = new RawSqlite(directory.resolve("raw-jobs.db"));
                Database db = Database.open("jdbc:sqlite:" + directory.resolve("jobs.db"))) {
            PersistentQueue queue = PersistentQueue.on(db, "jobs");
            new Measure()
                    .add("raw SQL, batches of 50", round -> raw.jobs(10_000, BATCH))
                    .add("PersistentQueue, batches of 50", round -> jobs(queue, 10_000))
                    .add("db-scheduler, 4 threads", round -> dbScheduler.jobs(1_000, 4, round))
                    .add("JobRunr, 4 threads", round -> jobRunr.jobs(1_000, 4))
                    .run("SQLite, FULL: jobs pushed, claimed and completed");
        }
    }

    private static DataSource source(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(30_000);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private static long jobs(PersistentQueue queue, int jobs) {
        for (int done = 0; done < jobs; done += BATCH) {
            push(queue, BATCH);
            List<Claim> claims = queue.claim(BATCH);
            queue.completeAll(claims);
        }
        return jobs;
    }

    private static void push(PersistentQueue queue, int jobs) {
        queue.pushAll(IntStream.range(0, jobs)
                .mapToObj(i -> NewJob.of(Map.of("n", i)))
                .toList());
    }

    private static void backlog(Path directory) throws Exception {
        try (Database few = Database.open("jdbc:sqlite:" + directory.resolve("few.db"));
                Database many = Database.open("jdbc:sqlite:" + directory.resolve("many.db"))) {
            PersistentQueue thousand = PersistentQueue.on(few, "jobs");
            PersistentQueue million = PersistentQueue.on(many, "jobs");
            for (int i = 0; i < 100; i++) {
                push(million, 10_000);
            }
            new Measure()
                    .add("claims with 1,000 waiting", round -> claims(thousand, 1_000))
                    .add("claims with 1,000,000 waiting", round -> claims(million, 0))
                    .run("SQLite, FULL: 20 claims of 50 jobs");
        }
    }

    private static long claims(PersistentQueue queue, int refill) {
        push(queue, Math.max(1, refill));
        for (int i = 0; i < 20; i++) {
            queue.claim(BATCH);
        }
        return 20;
    }

    private static void postgresJobs() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start()) {
            String url = server.getJdbcUrl("postgres", "postgres");
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(url);
            config.setMaximumPoolSize(8);
            try (HikariDataSource source = new HikariDataSource(config);
                    Database db = Database.open(url)) {
                DbSchedulerJobs dbScheduler = new DbSchedulerJobs(source, "BYTEA", "TIMESTAMPTZ", true);
                JobRunrJobs jobRunr = new JobRunrJobs(new PostgresStorageProvider(source));
                PersistentQueue queue = PersistentQueue.on(db, "jobs");
                new Measure()
                        .add("db-scheduler, lock-and-fetch, 4 threads", round -> dbScheduler.jobs(5_000, 4, round))
                        .add("JobRunr, 4 threads", round -> jobRunr.jobs(2_000, 4))
                        .add("PersistentQueue, batches of 50, 4 threads", round -> {
                            push(queue, 5_000);
                            AtomicLong left = new AtomicLong(5_000);
                            Callers.run(4, 1, i -> work(queue, left));
                            return 5_000;
                        })
                        .run("PostgreSQL, fsync on: jobs pushed in one batch, claimed and completed");
            }
        }
    }

    private static void work(PersistentQueue queue, AtomicLong left) {
        while (left.get() > 0) {
            List<Claim> claims = queue.claim(BATCH);
            left.addAndGet(-queue.completeAll(claims));
        }
    }
}
