package dev.aide.store.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;

/** The same jobs with db-scheduler: its batch scheduling, its lock-and-fetch where the database has it. */
final class DbSchedulerJobs {
    private final DataSource source;
    private final boolean lockAndFetch;

    DbSchedulerJobs(DataSource source, String bytes, String timestamp, boolean lockAndFetch) throws SQLException {
        this.source = source;
        this.lockAndFetch = lockAndFetch;
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE scheduled_tasks (task_name TEXT NOT NULL, task_instance TEXT NOT NULL,"
                    + " task_data " + bytes + ", execution_time " + timestamp + ", picked BOOLEAN NOT NULL,"
                    + " picked_by TEXT, last_success " + timestamp + ", last_failure " + timestamp
                    + ", consecutive_failures INT, last_heartbeat " + timestamp + ", version BIGINT NOT NULL,"
                    + " priority SMALLINT, PRIMARY KEY (task_name, task_instance))");
            statement.execute("CREATE INDEX execution_time_idx ON scheduled_tasks (execution_time)");
        }
    }

    long jobs(int jobs, int threads, int round) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(jobs);
        OneTimeTask<String> task =
                Tasks.oneTime("job", String.class).execute((instance, context) -> done.countDown());
        var builder = Scheduler.create(source, task).threads(threads).pollingInterval(Duration.ofMillis(10));
        Scheduler scheduler =
                (lockAndFetch ? builder.pollUsingLockAndFetch(4.0, 20.0) : builder.pollUsingFetch(4.0, 20.0))
                        .build();
        List<TaskInstance<?>> instances = new ArrayList<>();
        for (int i = 0; i < jobs; i++) {
            instances.add(task.instance(round + "/" + i, "{}"));
        }
        scheduler.scheduleBatch(instances, Instant.now());
        scheduler.start();
        done.await();
        scheduler.stop();
        return jobs;
    }
}
