package dev.aide.store.queue;

/** Does the tasks of one type. It may run for several tasks at once, and twice for the same one after a crash. */
@FunctionalInterface
public interface TaskHandler {

    /**
     * Does a task.
     *
     * @return what came of it
     * @throws Exception if it crashed: the task is tried again with backoff, while attempts are left
     */
    Outcome handle(Claim task) throws Exception;
}
