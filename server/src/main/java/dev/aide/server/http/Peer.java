package dev.aide.server.http;

import java.net.InetAddress;

/**
 * Where a request came from. Immutable.
 *
 * @param address the client's address; what proxies say counts only if they are trusted
 * @param secure whether it came by TLS, to the portal or to a trusted proxy
 * @param requestId the request's id, in the log and in the answer's {@code X-Request-Id}
 */
public record Peer(InetAddress address, boolean secure, String requestId) {}
