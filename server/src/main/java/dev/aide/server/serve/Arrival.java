package dev.aide.server.serve;

import dev.aide.server.http.Body;
import dev.aide.server.http.Caller;
import dev.aide.server.http.Headers;
import dev.aide.server.http.Method;
import dev.aide.server.http.Peer;
import dev.aide.server.http.Request;
import java.util.List;
import java.util.Map;

/**
 * A request of which only the head has been read. Immutable.
 *
 * @param method as it was sent
 * @param path decoded, segment by segment
 * @param query decoded
 * @param headers its headers
 * @param peer where it came from
 * @param ownOrigin the origin that it was sent to, such as {@code https://notes.example.com}
 */
public record Arrival(
        String method,
        List<String> path,
        Map<String, List<String>> query,
        Headers headers,
        Peer peer,
        String ownOrigin) {

    Request toRequest(Method known, Map<String, String> variables) {
        return new Request(
                known, "/" + String.join("/", path), variables, query, headers, peer, Caller.anonymous(), Body.empty());
    }
}
