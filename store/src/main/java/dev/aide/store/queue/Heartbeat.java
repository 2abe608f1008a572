package dev.aide.store.queue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that keeps the leases of running tasks: three times in the length of a lease. */
final class Heartbeat implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final RunningTasks running;
    private final long intervalMillis;
    private final CountDownLatch stopped = new CountDownLatch(1);

    Heartbeat(RunningTasks running, Duration lease) {
        this.running = running;
        this.intervalMillis = Math.max(1, lease.toMillis() / 3);
    }

    @Override
    public void run() {
        try {
            while (!stopped.await(intervalMillis, TimeUnit.MILLISECONDS)) {
                running.heartbeat();
            }
        } catch (InterruptedException e) {
            LOG.warn("the heartbeat was interrupted and ends: leases of running tasks will run out");
        }
    }

    void stop() {
        stopped.countDown();
    }
}
