package dev.aide.server.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as a handler sees it: admitted by the gate, its body read. Immutable.
 *
 * @param method the method; GET for HEAD too
 * @param path the path, decoded
 * @param pathVariables the values of the path's variables, decoded
 * @param query the query's values by name, decoded
 * @param headers the headers
 * @param peer where it came from
 * @param caller who asks
 * @param body what it brought
 */
public record Request(
        Method method,
        String path,
        Map<String, String> pathVariables,
        Map<String, List<String>> query,
        Headers headers,
        Peer peer,
        Caller caller,
        Body body) {

    /** A request without path variables, query and body, from somebody: the start of a test. */
    public static Request of(Method method, String path, Peer peer) {
        return new Request(method, path, Map.of(), Map.of(), Headers.none(), peer, Caller.anonymous(), Body.empty());
    }

    /**
     * The value of a variable of the path; for the owner check of a socket's event, of the event's first argument.
     *
     * @throws MissingVariableException if there is no such variable
     */
    public String pathVariable(String name) {
        String value = pathVariables.get(name);
        if (value == null) {
            throw new MissingVariableException(name, pathVariables.keySet());
        }
        return value;
    }

    /** The first value of a name in the query. */
    public Optional<String> queryValue(String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers.first(name);
    }

    /**
     * What {@code Authorization} says, by one scheme.
     *
     * @param scheme such as {@code Bearer}, in any case
     * @return what stands behind the scheme; empty if the header is not there, or of another scheme
     */
    public Optional<String> authorization(String scheme) {
        int length = scheme.length() + 1;
        return header("Authorization")
                .filter(value -> value.regionMatches(true, 0, scheme + " ", 0, length))
                .map(value -> value.substring(length).strip());
    }

    /** The same request with other headers. */
    public Request withHeaders(Headers others) {
        return new Request(method, path, pathVariables, query, others, peer, caller, body);
    }

    /** The same request with path variables and query. */
    public Request withValues(Map<String, String> variables, Map<String, List<String>> queryValues) {
        return new Request(method, path, variables, queryValues, headers, peer, caller, body);
    }

    /** The same request from another caller. */
    public Request withCaller(Caller other) {
        return new Request(method, path, pathVariables, query, headers, peer, other, body);
    }

    /** The same request with another body. */
    public Request withBody(Body other) {
        return new Request(method, path, pathVariables, query, headers, peer, caller, other);
    }
}
