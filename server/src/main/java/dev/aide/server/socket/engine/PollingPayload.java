package dev.aide.server.socket.engine;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Packets in the body of a polling request: separated by U+001E, bytes as Base64 behind a {@code b}. */
final class PollingPayload {
    private static final char SEPARATOR = '\u001e';
    private static final char BINARY = 'b';

    private PollingPayload() {}

    /**
     * Reads a body.
     *
     * @throws ProtocolException if it is not UTF-8, or one of its packets is none
     */
    static List<EnginePacket> decode(byte[] body) throws ProtocolException {
        List<EnginePacket> packets = new ArrayList<>();
        for (String part : text(body).split(String.valueOf(SEPARATOR), -1)) {
            packets.add(part.startsWith(String.valueOf(BINARY)) ? binary(part) : EnginePacket.parse(part));
        }
        return packets;
    }

    private static String text(byte[] body) throws ProtocolException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ProtocolException("the payload is not UTF-8");
        }
    }

    private static EnginePacket binary(String part) throws ProtocolException {
        try {
            return EnginePacket.message(Base64.getDecoder().decode(part.substring(1)));
        } catch (IllegalArgumentException e) {
            throw new ProtocolException("a binary packet is not Base64");
        }
    }

    /** Writes a body. */
    static byte[] encode(List<Frame> frames) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Frame frame : frames) {
            if (body.size() > 0) {
                body.write(SEPARATOR);
            }
            if (frame.isText()) {
                body.writeBytes(frame.bytes());
            } else {
                body.write(BINARY);
                body.writeBytes(Base64.getEncoder().encode(frame.bytes()));
            }
        }
        return body.toByteArray();
    }
}
