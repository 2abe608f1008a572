package dev.aide.server.socket.engine;

import java.time.Duration;

/**
 * How sessions are kept. Immutable.
 *
 * @param pingInterval how often a client is asked whether it is there
 * @param pingTimeout how long it may take to answer
 * @param upgradeTimeout how long an upgrade to WebSocket may take
 * @param maxPayload how many bytes a client may send in one polling request or WebSocket message
 * @param maxQueued how many messages wait for a client
 * @param maxSessions how many sessions there are at once
 * @param slowConsumer what happens when more wait
 */
public record EngineOptions(
        Duration pingInterval,
        Duration pingTimeout,
        Duration upgradeTimeout,
        int maxPayload,
        int maxQueued,
        int maxSessions,
        SlowConsumer slowConsumer) {}
