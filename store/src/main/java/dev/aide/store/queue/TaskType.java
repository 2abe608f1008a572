package dev.aide.store.queue;

import java.util.concurrent.Semaphore;

/** The tasks of one type: their queue, their handler, and how many may run at once here. Safe for many threads. */
final class TaskType {
    private final String name;
    private final PersistentQueue queue;
    private final TaskHandler handler;
    private final Semaphore slots;

    TaskType(String name, PersistentQueue queue, TaskHandler handler, int concurrency) {
        this.name = name;
        this.queue = queue;
        this.handler = handler;
        this.slots = new Semaphore(concurrency);
    }

    String name() {
        return name;
    }

    PersistentQueue queue() {
        return queue;
    }

    TaskHandler handler() {
        return handler;
    }

    Semaphore slots() {
        return slots;
    }
}
