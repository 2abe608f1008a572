package dev.aide.server.socket.packet;

import dev.aide.server.socket.engine.ProtocolException;
import java.util.Optional;

/** Reads one client's packets from messages of text and bytes. For one session, whose messages come one by one. */
public interface PacketReader {

    /**
     * Takes a message of text.
     *
     * @return the packet; empty if its attachments are to follow
     * @throws ProtocolException if it is no packet, or an attachment should have come
     */
    Optional<SocketPacket> text(String text) throws ProtocolException;

    /**
     * Takes a message of bytes.
     *
     * @return the packet; empty if more attachments are to follow
     * @throws ProtocolException if no attachment is due
     */
    Optional<SocketPacket> binary(byte[] bytes) throws ProtocolException;
}
