package dev.aide.server.jetty;

import dev.aide.server.limit.TrustedProxies;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How the server listens, and what it takes from clients. Immutable.
 *
 * @param host the address to listen on
 * @param port the port, 0 for any
 * @param tls certificate and key, if it speaks TLS
 * @param http2 whether it offers HTTP/2 to clients that speak TLS
 * @param proxies whose word on clients is believed
 * @param mostThreads how many handlers run at once
 * @param mostConnections how many connections are open at once
 * @param mostBodyBytes of a body without files
 * @param mostUploadBytes of a multipart form
 * @param mostHeaderBytes of the request line and headers
 * @param headerTimeout how long the head of a request may take
 * @param idleTimeout how long a connection may be silent
 * @param stopTimeout how long {@code stop} waits for requests under way
 */
public record ServerOptions(
        String host,
        int port,
        Optional<Tls> tls,
        boolean http2,
        TrustedProxies proxies,
        int mostThreads,
        int mostConnections,
        int mostBodyBytes,
        long mostUploadBytes,
        int mostHeaderBytes,
        Duration headerTimeout,
        Duration idleTimeout,
        Duration stopTimeout) {

    /**
     * Where certificate and private key are. Immutable.
     *
     * @param keyStore a PKCS#12 file
     * @param password its password
     */
    public record Tls(Path keyStore, String password) {

        /** Shows no password. */
        @Override
        public String toString() {
            return "Tls[" + keyStore + "]";
        }
    }
}
