package dev.aide.store.queue;

import dev.aide.store.ErrorHook;
import dev.aide.store.TaskError;
import dev.aide.store.buffer.DatabaseBuffer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the handler of one task and writes down what came of it. Safe for use by many threads. */
final class TaskRunner {
    private static final Logger LOG = LoggerFactory.getLogger(TaskRunner.class);

    private final RunningTasks running;
    private final DatabaseBuffer endings;
    private final ErrorHook onError;

    TaskRunner(RunningTasks running, DatabaseBuffer endings, ErrorHook onError) {
        this.running = running;
        this.endings = endings;
        this.onError = onError;
    }

    void run(TaskType type, Claim claim) {
        try {
            end(type, claim, type.handler().handle(claim));
        } catch (Throwable e) {
            // the barrier: whatever a handler throws is this task's failure and nobody else's
            TaskError error = TaskError.crashed(type.name(), claim.payload(), e);
            write(type, claim, queue -> queue.fail(claim, error.trace()));
            onError.report(error);
        }
    }

    private void end(TaskType type, Claim claim, Outcome outcome) {
        if (outcome instanceof Outcome.Done) {
            write(type, claim, queue -> queue.complete(claim));
        } else if (outcome instanceof Outcome.Snooze snooze) {
            write(type, claim, queue -> queue.snooze(claim, snooze.delay()));
        } else if (outcome instanceof Outcome.Fail fail) {
            write(type, claim, queue -> queue.fail(claim, fail.reason()));
            onError.report(TaskError.refused(type.name(), claim.payload(), fail.reason()));
        } else if (outcome instanceof Outcome.Discard discard) {
            write(type, claim, queue -> queue.discard(claim, discard.reason()));
            onError.report(TaskError.refused(type.name(), claim.payload(), discard.reason()));
        } else {
            throw new IllegalStateException("the handler of '" + type.name() + "' returned null: return an Outcome");
        }
    }

    // endings of several workers share a commit
    private void write(TaskType type, Claim claim, Predicate<PersistentQueue> ending) {
        if (!running.end(claim)) {
            return;
        }
        boolean live =
                endings.write(session -> ending.test(type.queue().in(session))).join();
        if (!live) {
            LOG.warn("task {} of type {} had lost its lease; its successor decides", claim.id(), type.name());
        }
    }
}
