package dev.aide.server.socket.engine;

import java.util.List;

/**
 * What is sent as a whole or not at all; one may be in the queues of many sessions. Immutable.
 *
 * @param frames what is sent
 * @param mayDrop whether it may be dropped for a slow client
 */
public record Outgoing(List<Frame> frames, boolean mayDrop) {

    /** Copies the list. */
    public Outgoing {
        frames = List.copyOf(frames);
    }

    static Outgoing of(EnginePacket packet) {
        return new Outgoing(List.of(packet.toFrame()), false);
    }
}
