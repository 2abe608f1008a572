package dev.aide.store.queue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that claims tasks for free workers; the types take turns. Its methods are safe for use by many threads. */
final class Dispatcher implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final List<TaskType> types;
    private final ExecutorService workers;
    private final Semaphore free;
    private final TaskRunner runner;
    private final RunningTasks running;
    private final Duration pollInterval;
    private final Wakeup wakeup = new Wakeup();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopping;
    private int turn;

    Dispatcher(
            List<TaskType> types,
            ExecutorService workers,
            int workerCount,
            TaskRunner runner,
            RunningTasks running,
            Duration pollInterval) {
        this.types = types;
        this.workers = workers;
        this.free = new Semaphore(workerCount);
        this.runner = runner;
        this.running = running;
        this.pollInterval = pollInterval;
    }

    @Override
    public void run() {
        try {
            while (!stopping) {
                if (!dispatchAll()) {
                    wakeup.sleep(pollInterval);
                }
            }
        } catch (InterruptedException e) {
            LOG.warn("the dispatcher was interrupted and ends");
        } finally {
            ended.countDown();
        }
    }

    private boolean dispatchAll() {
        boolean any = false;
        turn++;
        for (int i = 0; i < types.size(); i++) {
            any |= dispatch(types.get((turn + i) % types.size()));
        }
        return any;
    }

    private boolean dispatch(TaskType type) {
        int room = Math.min(free.availablePermits(), type.slots().availablePermits());
        if (room == 0) {
            return false;
        }
        try {
            List<Claim> claims = type.queue().claim(room);
            claims.forEach(claim -> start(type, claim));
            return !claims.isEmpty();
        } catch (RuntimeException e) {
            // the database is away or busy: the tasks are there and the next poll finds them
            LOG.warn("no tasks of type {} could be claimed, trying again: {}", type.name(), e.getMessage());
            return false;
        }
    }

    // only this thread takes permits, so those that were counted are there
    private void start(TaskType type, Claim claim) {
        free.acquireUninterruptibly();
        type.slots().acquireUninterruptibly();
        running.begin(type, claim);
        workers.execute(() -> {
            try {
                runner.run(type, claim);
            } finally {
                type.slots().release();
                free.release();
                wakeup.call();
            }
        });
    }

    void wakeUp() {
        wakeup.call();
    }

    /** Claims no more; returns when the last claim is handed out. */
    void stop() throws InterruptedException {
        stopping = true;
        wakeup.call();
        ended.await();
    }
}
