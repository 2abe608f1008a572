package dev.aide.store.bench;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jobrunr.configuration.JobRunr;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.server.JobActivator;
import org.jobrunr.storage.StorageProvider;

/** The same jobs with JobRunr: enqueued in one call, before its server is started. */
public final class JobRunrJobs implements JobActivator {
    private final StorageProvider storage;
    private CountDownLatch done;

    JobRunrJobs(StorageProvider storage) {
        this.storage = storage;
    }

    long jobs(int jobs, int threads) throws InterruptedException {
        done = new CountDownLatch(jobs);
        JobRunr.configure()
                .useStorageProvider(storage)
                .initialize()
                .getJobScheduler()
                .<JobRunrJobs, Integer>enqueue(
                        IntStream.range(0, jobs).boxed(), (runner, number) -> runner.done(number));
        JobRunr.configure()
                .useStorageProvider(storage)
                .useJobActivator(this)
                .useBackgroundJobServer(BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                        .andWorkerCount(threads)
                        .andPollInterval(Duration.ofSeconds(5)))
                .initialize();
        done.await();
        JobRunr.destroy();
        return jobs;
    }

    /** A job. */
    public void done(Integer number) {
        done.countDown();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T activateJob(Class<T> type) {
        return (T) this;
    }
}
