package dev.aide.server;

import dev.aide.server.gate.Gate;
import dev.aide.server.http.Handler;
import dev.aide.server.http.Method;

/**
 * An endpoint as it was written down, right or wrong. Immutable.
 *
 * @param method its method
 * @param path its path
 * @param gate its gate, or null
 * @param gateName the name of its gate, or empty
 * @param origin where it is written, for people
 * @param summary what it does
 * @param answer what it says that it answers
 * @param target what answers
 */
record Draft(
        Method method,
        String path,
        Gate gate,
        String gateName,
        String origin,
        String summary,
        AnswerType answer,
        Target target) {

    Draft(Method method, String path, Gate gate, String gateName, String origin, String summary, Target target) {
        this(method, path, gate, gateName, origin, summary, AnswerType.UNSAID, target);
    }

    String name() {
        return method + " " + path + " (" + origin + ")";
    }

    /** What answers. */
    sealed interface Target {}

    /** A handler that reads the request by itself. */
    record Raw(Handler handler) implements Target {}

    /** A handler of a record. */
    record Typed<R extends Record>(Class<R> type, RecordHandler<R> handler) implements Target {}

    /** A method of an object. */
    record Annotated(Object instance, java.lang.reflect.Method method) implements Target {}
}
