package dev.aide.server.jetty;

import dev.aide.server.http.Headers;
import dev.aide.server.http.HttpError;
import dev.aide.server.http.Peer;
import dev.aide.server.limit.TrustedProxies;
import dev.aide.server.serve.Arrival;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.URIUtil;

/** Makes an arrival of the head of a Jetty request. Safe for use by many threads. */
final class HeadReader {
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final HexFormat HEX = HexFormat.of();

    private final TrustedProxies proxies;

    HeadReader(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    /** Where a request came from. */
    Peer peer(Request request) {
        InetAddress address = addressOf(request);
        return proxies.trusts(address) ? forwarded(request, address) : new Peer(address, request.isSecure(), newId());
    }

    private Peer forwarded(Request request, InetAddress proxy) {
        InetAddress client = proxies.clientOf(proxy, request.getHeaders().getValuesList("X-Forwarded-For"));
        boolean isSecure =
                request.isSecure() || "https".equals(request.getHeaders().get("X-Forwarded-Proto"));
        return new Peer(client, isSecure, idOfProxy(request));
    }

    private static InetAddress addressOf(Request request) {
        return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress inet
                ? inet.getAddress()
                : InetAddress.getLoopbackAddress();
    }

    /** A proxy's id is kept, so that its log and ours can be joined; a client's own is not. */
    private static String idOfProxy(Request request) {
        String given = request.getHeaders().get("X-Request-Id");
        return given != null && REQUEST_ID.matcher(given).matches() ? given : newId();
    }

    /** Tells requests apart, and is no secret. */
    private static String newId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextInt());
    }

    /**
     * The head of a request.
     *
     * @throws HttpError 400 if path, query or headers can't be decoded
     */
    Arrival arrival(Request request, Peer peer) {
        return new Arrival(
                request.getMethod(), path(request), query(request), headers(request), peer, ownOrigin(request, peer));
    }

    private static List<String> path(Request request) {
        String path = request.getHttpURI().getCanonicalPath();
        if (path == null || !path.startsWith("/")) {
            throw HttpError.badRequest("the path must begin with a slash");
        }
        try {
            // Jetty leaves what is ambiguous encoded; split first, so that an encoded slash stays within its segment
            List<String> segments = new ArrayList<>();
            for (String segment : path.substring(1).split("/", -1)) {
                segments.add(URIUtil.decodePath(segment));
            }
            return segments;
        } catch (RuntimeException e) {
            throw HttpError.badRequest("the path can't be decoded");
        }
    }

    private static Map<String, List<String>> query(Request request) {
        return FormText.parse(request.getHttpURI().getQuery(), "query");
    }

    private static Headers headers(Request request) {
        Headers.Builder headers = Headers.builder();
        try {
            for (HttpField field : request.getHeaders()) {
                headers.add(field.getName(), field.getValue() == null ? "" : field.getValue());
            }
        } catch (IllegalArgumentException e) {
            throw HttpError.badRequest(e.getMessage());
        }
        return headers.build();
    }

    private static String ownOrigin(Request request, Peer peer) {
        String authority = request.getHttpURI().getAuthority();
        return (peer.secure() ? "https://" : "http://") + (authority == null ? "" : authority.toLowerCase(Locale.ROOT));
    }
}
