package dev.aide.server.admin;

import dev.aide.server.http.Method;
import dev.aide.server.route.Route;
import dev.aide.server.watch.Traffic;
import java.util.List;
import java.util.Map;

/**
 * An endpoint and what came to it. Immutable.
 *
 * @param method its method
 * @param path its path
 * @param gate who may call it, in words
 * @param origin where it is written
 * @param summary what it does
 * @param byStatus how many answers there were of each status
 * @param byTime as {@link Traffic#byTime}
 */
record EndpointState(
        Method method,
        String path,
        String gate,
        String origin,
        String summary,
        Map<Integer, Long> byStatus,
        List<Long> byTime) {

    static EndpointState of(Route route, List<Traffic> all) {
        String path = route.path().toString();
        Traffic traffic = all.stream()
                .filter(each -> each.route().equals(path) && isOf(route.method(), each.method()))
                .reduce(Traffic.none(route.method().name(), path), Traffic::and);
        return new EndpointState(
                route.method(),
                path,
                route.gate().toString(),
                route.origin(),
                route.doc().summary(),
                traffic.byStatus(),
                traffic.byTime());
    }

    private static boolean isOf(Method method, String sent) {
        return sent.equals(method.name()) || (method == Method.GET && sent.equals("HEAD"));
    }
}
