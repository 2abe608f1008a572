package dev.aide.store;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What went wrong in the background, for an error hook. Immutable, as far as the payload is.
 *
 * @param task which kind of work: a buffer's operation, a task's type, a name that the program gave
 * @param payload what it was given, or null
 * @param error what was wrong, in words
 * @param trace the stack trace if the work crashed; null if it was refused, by the database or by a handler
 */
public record TaskError(String task, Object payload, String error, String trace) {

    /** Work that crashed. */
    public static TaskError crashed(String task, Object payload, Throwable error) {
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        return new TaskError(task, payload, error.toString(), trace.toString());
    }

    /** Work that was refused. */
    public static TaskError refused(String task, Object payload, String error) {
        return new TaskError(task, payload, error, null);
    }
}
