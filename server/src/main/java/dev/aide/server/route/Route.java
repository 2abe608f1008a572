package dev.aide.server.route;

import dev.aide.server.bind.Binding;
import dev.aide.server.bind.Shape;
import dev.aide.server.gate.Gate;
import dev.aide.server.http.Handler;
import dev.aide.server.http.Method;

/**
 * An endpoint. Immutable.
 *
 * @param method its method
 * @param path its path
 * @param gate who may call it
 * @param origin where it is written, for people
 * @param doc what is said of it
 * @param binding what it takes by name
 * @param takesAnything whether its handler reads the request by itself
 * @param result the shape of what it returns
 * @param handler answers
 */
public record Route(
        Method method,
        PathTemplate path,
        Gate gate,
        String origin,
        RouteDoc doc,
        Binding binding,
        boolean takesAnything,
        Shape result,
        Handler handler) {

    /** As a line of a listing: {@code GET /api/notes/{id} (bearer) Notes.read}. */
    @Override
    public String toString() {
        return method + " " + path + " (" + gate + ") " + origin;
    }
}
