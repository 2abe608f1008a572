package dev.aide.server;

import dev.aide.server.route.Route;
import java.util.List;

/** What the log says when a portal has started: where to look, and all endpoints. */
final class Banner {
    private static final List<Page> PAGES = List.of(
            new Page("docs", "/docs"),
            new Page("admin", "/admin"),
            new Page("health", "/health/ready"),
            new Page("metrics", "/metrics"));

    private Banner() {}

    static String of(String url, List<Route> routes) {
        StringBuilder text = new StringBuilder("the portal listens on ").append(url);
        PAGES.stream()
                .filter(page -> routes.stream().anyMatch(page::is))
                .forEach(page -> text.append(String.format("\n  %-8s %s%s", page.name(), url, page.path())));
        text.append("\n  ").append(routes.size()).append(" endpoints");
        routes.forEach(route -> text.append("\n    ").append(route));
        return text.toString();
    }

    private record Page(String name, String path) {

        /** A program may have an endpoint of this path that is something else. */
        boolean is(Route route) {
            return route.origin().equals("portal") && route.path().toString().equals(path);
        }
    }
}
