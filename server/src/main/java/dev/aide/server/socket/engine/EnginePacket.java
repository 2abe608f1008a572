package dev.aide.server.socket.engine;

/** A packet of Engine.IO. Immutable. */
public sealed interface EnginePacket {

    /** Ends a poll without saying anything. */
    EnginePacket NOOP = new Text(Type.NOOP, "");

    /** Says that the session is over. */
    EnginePacket CLOSE = new Text(Type.CLOSE, "");

    /** Asks whether the client is there. */
    EnginePacket PING = new Text(Type.PING, "");

    /** A message of text. */
    static EnginePacket message(String data) {
        return new Text(Type.MESSAGE, data);
    }

    /** A message of bytes. */
    static EnginePacket message(byte[] data) {
        return new Binary(data);
    }

    /**
     * Reads a packet as it stands in a text frame.
     *
     * @throws ProtocolException if it begins with no known type
     */
    static Text parse(String frame) throws ProtocolException {
        for (Type type : Type.values()) {
            if (!frame.isEmpty() && frame.charAt(0) == type.digit) {
                return new Text(type, frame.substring(1));
            }
        }
        throw new ProtocolException("a packet begins with a digit from 0 to 6");
    }

    /** The packet as it stands in a frame. */
    Frame toFrame();

    /** The types. */
    enum Type {
        OPEN('0'),
        CLOSE('1'),
        PING('2'),
        PONG('3'),
        MESSAGE('4'),
        UPGRADE('5'),
        NOOP('6');

        private final char digit;

        Type(char digit) {
            this.digit = digit;
        }
    }

    /** A packet of text, of any type. */
    record Text(Type type, String data) implements EnginePacket {

        @Override
        public Frame toFrame() {
            return Frame.text(type.digit + data);
        }
    }

    /** A message of bytes. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Binary(byte[] data) implements EnginePacket {

        @Override
        public Frame toFrame() {
            return Frame.binary(data);
        }
    }
}
