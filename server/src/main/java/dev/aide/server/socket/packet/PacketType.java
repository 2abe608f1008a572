package dev.aide.server.socket.packet;

/** The types of packets. The last two are two others with attachments, and only stand in what is sent. */
public enum PacketType {
    CONNECT('0'),
    DISCONNECT('1'),
    EVENT('2'),
    ACK('3'),
    CONNECT_ERROR('4'),
    BINARY_EVENT('5'),
    BINARY_ACK('6');

    private final char digit;

    PacketType(char digit) {
        this.digit = digit;
    }

    static PacketType of(char digit) {
        for (PacketType type : values()) {
            if (type.digit == digit) {
                return type;
            }
        }
        throw new IllegalArgumentException("no packet is of type " + digit);
    }

    char digit() {
        return digit;
    }

    boolean isBinary() {
        return this == BINARY_EVENT || this == BINARY_ACK;
    }

    PacketType withAttachments() {
        return this == ACK ? BINARY_ACK : BINARY_EVENT;
    }

    PacketType withoutAttachments() {
        return switch (this) {
            case BINARY_EVENT -> EVENT;
            case BINARY_ACK -> ACK;
            default -> this;
        };
    }
}
