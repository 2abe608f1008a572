package dev.aide.store.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;

/** What hand-written JDBC does on one connection with synchronous FULL. */
final class RawSqlite implements AutoCloseable {
    private final Connection connection;

    RawSqlite(Path file) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        run("PRAGMA journal_mode = WAL");
        run("PRAGMA synchronous = FULL");
        run("CREATE TABLE IF NOT EXISTS notes (id INTEGER PRIMARY KEY, name TEXT, size INTEGER)");
        run("CREATE TABLE IF NOT EXISTS job (id INTEGER PRIMARY KEY, state TEXT, payload TEXT)");
        run("CREATE INDEX IF NOT EXISTS job_ready ON job (id) WHERE state = 'ready'");
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long oneCommitEach(int writes) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO notes (name, size) VALUES (?, ?)")) {
            for (int i = 0; i < writes; i++) {
                insert.setString(1, "name " + i);
                insert.setInt(2, i);
                insert.executeUpdate();
            }
        }
        return writes;
    }

    /** Callers that wait for one thread, which commits all that wait together. */
    long groupCommit(int callers, int each) throws Exception {
        BlockingQueue<CompletableFuture<Void>> waiting = new ArrayBlockingQueue<>(10_000);
        Thread writer = new Thread(() -> writeGroups(waiting));
        writer.start();
        Callers.run(callers, each, i -> {
            CompletableFuture<Void> future = new CompletableFuture<>();
            waiting.put(future);
            future.join();
        });
        writer.interrupt();
        writer.join();
        return (long) callers * each;
    }

    private void writeGroups(BlockingQueue<CompletableFuture<Void>> waiting) {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO notes (name, size) VALUES (?, ?)")) {
            while (true) {
                List<CompletableFuture<Void>> group = new ArrayList<>(List.of(waiting.take()));
                waiting.drainTo(group);
                run("BEGIN IMMEDIATE");
                for (int i = 0; i < group.size(); i++) {
                    insert.setString(1, "name " + i);
                    insert.setInt(2, i);
                    insert.executeUpdate();
                }
                run("COMMIT");
                group.forEach(future -> future.complete(null));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Push, claim and complete in batches, each batch in one transaction. */
    long jobs(int jobs, int batch) throws SQLException {
        for (int done = 0; done < jobs; done += batch) {
            run("BEGIN IMMEDIATE");
            try (PreparedStatement push =
                    connection.prepareStatement("INSERT INTO job (state, payload) VALUES ('ready', ?)")) {
                for (int i = 0; i < batch; i++) {
                    push.setString(1, "{\"n\":" + i + "}");
                    push.addBatch();
                }
                push.executeBatch();
            }
            run("COMMIT");
            List<Long> claimed = new ArrayList<>();
            run("BEGIN IMMEDIATE");
            try (PreparedStatement claim = connection.prepareStatement(
                    "UPDATE job SET state = 'claimed' WHERE id IN (SELECT id FROM job WHERE state = 'ready' ORDER BY id"
                            + " LIMIT ?) RETURNING id, payload")) {
                claim.setInt(1, batch);
                try (ResultSet rows = claim.executeQuery()) {
                    while (rows.next()) {
                        claimed.add(rows.getLong(1));
                    }
                }
            }
            run("COMMIT");
            run("BEGIN IMMEDIATE");
            try (PreparedStatement complete =
                    connection.prepareStatement("UPDATE job SET state = 'complete' WHERE id = ? AND state = 'claimed'")) {
                for (long id : claimed) {
                    complete.setLong(1, id);
                    complete.addBatch();
                }
                complete.executeBatch();
            }
            run("COMMIT");
        }
        return jobs;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
