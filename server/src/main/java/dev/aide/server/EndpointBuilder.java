package dev.aide.server;

import static java.util.Objects.requireNonNull;

import dev.aide.server.Draft.Raw;
import dev.aide.server.Draft.Target;
import dev.aide.server.Draft.Typed;
import dev.aide.server.gate.Gate;
import dev.aide.server.http.Handler;
import dev.aide.server.http.Method;
import java.lang.StackWalker.StackFrame;

/**
 * An endpoint that waits for its gate and its handler. Not safe for use by several threads.
 */
public final class EndpointBuilder {
    private final PortalBuilder portal;
    private final Method method;
    private final String path;
    private final String origin;
    private Gate gate;
    private String gateName = "";
    private String summary = "";
    private AnswerType answer = AnswerType.UNSAID;

    EndpointBuilder(PortalBuilder portal, Method method, String path) {
        this.portal = portal;
        this.method = method;
        this.path = requireNonNull(path, "path");
        this.origin = StackWalker.getInstance()
                .walk(frames -> frames.filter(EndpointBuilder::isOutside)
                        .findFirst()
                        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                        .orElse("unknown"));
    }

    private static boolean isOutside(StackFrame frame) {
        return !frame.getClassName().equals(EndpointBuilder.class.getName())
                && !frame.getClassName().equals(PortalBuilder.class.getName());
    }

    /** Who may call it. */
    public EndpointBuilder gate(Gate gate) {
        this.gate = requireNonNull(gate, "gate");
        return this;
    }

    /** Who may call it: a gate that {@link PortalBuilder#gate} knows. */
    public EndpointBuilder gate(String name) {
        this.gateName = requireNonNull(name, "name");
        return this;
    }

    /** What it does, in a line, for the documentation. */
    public EndpointBuilder summary(String line) {
        this.summary = requireNonNull(line, "line");
        return this;
    }

    /**
     * What it answers, for the documentation; also in an Optional, a future or a successful Response. A handler that gives
     * something else is a mistake: a 500, and a line in the log. Default: anything.
     */
    public EndpointBuilder answers(Class<?> type) {
        this.answer = new AnswerType(requireNonNull(type, "type"), false);
        return this;
    }

    /** As {@link #answers}, for a collection or stream of this type. */
    public EndpointBuilder answersListOf(Class<?> type) {
        this.answer = new AnswerType(requireNonNull(type, "type"), true);
        return this;
    }

    /** Answers with a handler that reads what it wants of the request. */
    public PortalBuilder handle(Handler handler) {
        return add(new Raw(requireNonNull(handler, "handler")));
    }

    /**
     * Answers with a handler of a record, whose components are bound by name.
     *
     * @param type the record
     */
    public <R extends Record> PortalBuilder handle(Class<R> type, RecordHandler<R> handler) {
        return add(new Typed<>(requireNonNull(type, "type"), requireNonNull(handler, "handler")));
    }

    private PortalBuilder add(Target target) {
        return portal.add(new Draft(method, path, gate, gateName, origin, summary, answer, target));
    }
}
