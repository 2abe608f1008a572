package dev.aide.store.queue;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets one thread sleep until there is something to do. A call while it is awake is not lost. Thread-safe. */
final class Wakeup {
    private final Semaphore calls = new Semaphore(0);

    void call() {
        calls.release();
    }

    void sleep(Duration atMost) throws InterruptedException {
        if (calls.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            calls.drainPermits();
        }
    }
}
