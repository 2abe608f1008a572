package dev.aide.store.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.store.Engine;
import dev.aide.store.OnBothDatabases;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimingTest extends OnBothDatabases {
    private static final int WAITING = 100_000;

    /** Not the time is asserted, but that the first jobs are taken from an index in its order, however many follow. */
    @Test
    void a_claim_reads_the_first_jobs_of_an_index_and_no_others() {
        PersistentQueue.on(db, "jobs");
        db.execute("INSERT INTO aide_job (queue, state, priority, run_at, max_attempts, payload)"
                + " WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + WAITING + ")"
                + " SELECT 'jobs', 'ready', 0, 0, 10, '{}' FROM n");
        db.execute("ANALYZE");
        String explain = engine == Engine.SQLITE ? "EXPLAIN QUERY PLAN " : "EXPLAIN ";
        String column = engine == Engine.SQLITE ? "detail" : "QUERY PLAN";
        List<String> plan = db.query(explain + Claiming.claimSql(db.dialect().skipLocked()), "jobs", "jobs", 50, 0L, 0L)
                .map(row -> row.text(column));

        assertThat(plan).anyMatch(step -> step.contains("aide_job_ready"));
        assertThat(plan)
                .noneMatch(step -> step.startsWith("SCAN aide_job"))
                .noneMatch(step -> step.contains("Seq Scan on aide_job"))
                .noneMatch(step -> step.contains("TEMP B-TREE"))
                .noneMatch(step -> step.contains("Sort"));
    }
}
