package dev.aide.server.serve;

import dev.aide.server.http.Headers;
import dev.aide.server.http.HttpError;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which pages of other origins may call the portal: those that are listed, compared letter by letter. A request from any
 * other origin that could change something is refused before its handler runs. Immutable.
 */
public final class Cors {
    private static final Pattern ORIGIN =
            Pattern.compile("https?://[a-z0-9.-]+(:\\d{1,5})?|https?://\\[[0-9a-f:]+](:\\d{1,5})?");
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String ALLOWED_HEADERS = "Authorization, Content-Type, X-API-Key, X-Request-Id";
    private static final String EXPOSED_HEADERS = "RateLimit, RateLimit-Policy, Retry-After, X-Request-Id, Location";

    private static final Headers VARY = Headers.none().and("Vary", "Origin");

    private final Set<String> origins;
    private final String socketPath;

    private Cors(Set<String> origins, String socketPath) {
        this.origins = origins;
        this.socketPath = socketPath;
    }

    /** Allows these origins. */
    public static Cors of(Collection<String> origins) {
        return new Cors(Set.copyOf(origins), "");
    }

    /** The same, with sockets at this path: there a GET opens a session, so it could change something. */
    public Cors socketsAt(String path) {
        return new Cors(origins, path);
    }

    /** What is wrong with a list of origins, in words; empty if all is well. */
    public static List<String> mistakes(Collection<String> origins) {
        return origins.stream()
                .filter(origin -> !ORIGIN.matcher(origin).matches())
                .map(origin -> "CORS origin '" + origin + "' is not exact: write it as https://app.example.com,"
                        + " in small letters, without a path; * and null would let every page in")
                .toList();
    }

    /**
     * Refuses what comes from an origin that is not allowed and could change something.
     *
     * @throws HttpError 403
     */
    void refuseForeign(Arrival arrival) {
        if (!SAFE.contains(arrival.method()) || isOfSocket(arrival)) {
            refuseForeignSocket(arrival);
        }
    }

    private boolean isOfSocket(Arrival arrival) {
        return !socketPath.isEmpty()
                && !arrival.method().equals("OPTIONS")
                && socketPath.equals("/" + String.join("/", arrival.path()));
    }

    /**
     * Refuses a socket that a page of an origin that is not allowed wants to open; by itself, no browser does.
     *
     * @throws HttpError 403
     */
    void refuseForeignSocket(Arrival arrival) {
        if (foreignOrigin(arrival).filter(origin -> !origins.contains(origin)).isPresent()) {
            throw HttpError.forbidden("this origin may not call the portal");
        }
    }

    private static Optional<String> foreignOrigin(Arrival arrival) {
        return arrival.headers()
                .first("Origin")
                .filter(origin -> !origin.toLowerCase(Locale.ROOT).equals(arrival.ownOrigin()));
    }

    /** Headers that let a page of an allowed origin read the answer. */
    Headers headers(Arrival arrival) {
        return foreignOrigin(arrival)
                .filter(origins::contains)
                .map(origin -> VARY.and("Access-Control-Allow-Origin", origin)
                        .and("Access-Control-Expose-Headers", EXPOSED_HEADERS))
                .orElse(VARY);
    }

    /** Whether this asks what a page may do, before it does it. */
    static boolean isPreflight(Arrival arrival) {
        return arrival.method().equals("OPTIONS")
                && arrival.headers().first("Access-Control-Request-Method").isPresent();
    }

    /** What a page may do, if its origin is allowed; beside {@link #headers}. */
    Headers preflight(Arrival arrival, Set<String> methods) {
        boolean isAllowed = foreignOrigin(arrival).filter(origins::contains).isPresent();
        return isAllowed
                ? Headers.none()
                        .and("Access-Control-Allow-Methods", String.join(", ", new TreeSet<>(methods)))
                        .and("Access-Control-Allow-Headers", ALLOWED_HEADERS)
                        .and("Access-Control-Max-Age", "600")
                : Headers.none();
    }
}
