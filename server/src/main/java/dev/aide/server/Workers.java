package dev.aide.server;

import dev.aide.store.Stoppable;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What works beside a portal and ends with it. Safe for use by many threads. */
final class Workers {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    private final List<Stoppable> all;

    Workers(List<Stoppable> all) {
        this.all = List.copyOf(all);
    }

    /** Stops one after the other, and waits no longer than this for all of them. */
    void stop(Duration limit) throws InterruptedException {
        Thread stopping = new Thread(() -> all.forEach(Workers::stop), "portal-workers");
        stopping.setDaemon(true);
        stopping.start();
        stopping.join(limit.toMillis());
        if (stopping.isAlive()) {
            LOG.warn("not all workers stopped within {}: they are left as they are", limit);
            stopping.interrupt();
        }
    }

    private static void stop(Stoppable worker) {
        try {
            worker.close();
        } catch (RuntimeException e) {
            LOG.warn("a worker did not stop as it should", e);
        }
    }
}
