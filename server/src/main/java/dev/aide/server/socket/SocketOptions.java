package dev.aide.server.socket;

import dev.aide.server.socket.engine.EngineOptions;
import java.time.Duration;
import java.util.Optional;

/**
 * Where sockets are, and what they take from clients. Immutable.
 *
 * @param path where Socket.IO is served
 * @param json where plain JSON is; empty for nowhere
 * @param engine how sessions are kept
 * @param connectTimeout how long a client may be there without connecting to a namespace
 * @param maxWaiting how many messages of one client may wait to be handled before it is read no further
 */
record SocketOptions(
        String path, Optional<String> json, EngineOptions engine, Duration connectTimeout, int maxWaiting) {}
