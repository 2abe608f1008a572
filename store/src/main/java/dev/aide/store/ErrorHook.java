package dev.aide.store;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where errors of background work go: to the program's hook, or to the log if it has none. A hook that throws is logged
 * and harms nobody. Safe for use by many threads, if the program's hook is.
 */
public final class ErrorHook {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorHook.class);

    private final Consumer<TaskError> hook;

    private ErrorHook(Consumer<TaskError> hook) {
        this.hook = hook;
    }

    /** A hook of the program. */
    public static ErrorHook of(Consumer<TaskError> hook) {
        return new ErrorHook(hook);
    }

    /** The log, without payloads. */
    public static ErrorHook log() {
        return new ErrorHook(error ->
                LOG.error("{}: {}{}", error.task(), error.error(), error.trace() == null ? "" : "\n" + error.trace()));
    }

    /** Reports an error. */
    public void report(TaskError error) {
        try {
            hook.accept(error);
        } catch (RuntimeException e) {
            LOG.error("the error hook itself failed on {}: {}", error.task(), error.error(), e);
        }
    }
}
