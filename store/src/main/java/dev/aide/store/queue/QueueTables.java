package dev.aide.store.queue;

import dev.aide.store.Database;
import dev.aide.store.Schema;
import java.util.List;

/** The tables of all queues of a database. Stateless. */
final class QueueTables {
    // AUTOINCREMENT, since a number that is given again after a purge would let an old claim complete a new job
    private static final Schema TABLES = Schema.builder()
            .table("aide_job", """
                    id INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL, state TEXT NOT NULL,
                    priority INTEGER NOT NULL, run_at INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
                    max_attempts INTEGER NOT NULL, claim INTEGER NOT NULL DEFAULT 0, claimed_at INTEGER,
                    lease_until INTEGER, finished_at INTEGER, unique_key TEXT, error TEXT, payload TEXT NOT NULL""")
            .table("aide_queue", "name TEXT PRIMARY KEY, paused BOOLEAN NOT NULL")
            .build();

    // each is over one state only, so that a claim costs the same however many jobs there are in the others
    private static final List<String> INDEXES = List.of(
            "CREATE INDEX IF NOT EXISTS aide_job_ready ON aide_job (queue, priority DESC, id) WHERE state = 'ready'",
            "CREATE INDEX IF NOT EXISTS aide_job_scheduled ON aide_job (queue, run_at) WHERE state = 'scheduled'",
            "CREATE INDEX IF NOT EXISTS aide_job_claimed ON aide_job (queue, lease_until) WHERE state = 'claimed'",
            "CREATE INDEX IF NOT EXISTS aide_job_finished ON aide_job (queue, state, finished_at)"
                    + " WHERE finished_at IS NOT NULL",
            "CREATE UNIQUE INDEX IF NOT EXISTS aide_job_key ON aide_job (queue, unique_key)"
                    + " WHERE unique_key IS NOT NULL AND finished_at IS NULL");

    private QueueTables() {}

    static void create(Database database) {
        if (database.plan(TABLES).statements().isEmpty()) {
            return;
        }
        database.useTransaction(transaction -> {
            transaction.apply(TABLES);
            INDEXES.forEach(transaction::execute);
        });
    }
}
