package dev.aide.server.jetty;

import dev.aide.server.http.Headers;
import dev.aide.server.http.HttpError;
import dev.aide.server.http.Peer;
import dev.aide.server.limit.TrustedProxies;
import dev.aide.server.serve.Arrival;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.URIUtil;

/** Makes an arrival of the head of a Jetty request. Safe for use by many threads. */
final class HeadReader {
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int ID_BYTES = 12;

    private final TrustedProxies proxies;
    private final SecureRandom random = new SecureRandom();

    HeadReader(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    /** Where a request came from. */
    Peer peer(Request request) {
        InetAddress address = addressOf(request);
        boolean isFromProxy = proxies.trusts(address);
        List<String> forwardedFor = request.getHeaders().getValuesList("X-Forwarded-For");
        String forwardedProto = request.getHeaders().get("X-Forwarded-Proto");
        boolean isSecure = request.isSecure() || (isFromProxy && "https".equals(forwardedProto));
        return new Peer(proxies.clientOf(address, forwardedFor), isSecure, requestId(request, isFromProxy));
    }

    private static InetAddress addressOf(Request request) {
        return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress inet
                ? inet.getAddress()
                : InetAddress.getLoopbackAddress();
    }

    /** A proxy's id is kept, so that its log and ours can be joined; a client's own is not. */
    private String requestId(Request request, boolean isFromProxy) {
        String given = request.getHeaders().get("X-Request-Id");
        if (isFromProxy && given != null && REQUEST_ID.matcher(given).matches()) {
            return given;
        }
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
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
            return Arrays.stream(path.substring(1).split("/", -1))
                    .map(URIUtil::decodePath)
                    .toList();
        } catch (RuntimeException e) {
            throw HttpError.badRequest("the path can't be decoded");
        }
    }

    private static Map<String, List<String>> query(Request request) {
        return FormText.parse(request.getHttpURI().getQuery(), "query");
    }

    private static Headers headers(Request request) {
        Headers headers = Headers.none();
        try {
            for (HttpField field : request.getHeaders()) {
                headers = headers.and(field.getName(), field.getValue() == null ? "" : field.getValue());
            }
        } catch (IllegalArgumentException e) {
            throw HttpError.badRequest(e.getMessage());
        }
        return headers;
    }

    private static String ownOrigin(Request request, Peer peer) {
        String authority = request.getHttpURI().getAuthority();
        return (peer.secure() ? "https://" : "http://") + (authority == null ? "" : authority.toLowerCase(Locale.ROOT));
    }
}
