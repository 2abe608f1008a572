package dev.aide.server.socket.engine;

/** A client does not keep to the protocol; its session ends. Immutable. */
public final class ProtocolException extends Exception {
    private static final long serialVersionUID = 1;

    private final int closeCode;

    /** Says in words what the client did. */
    public ProtocolException(String message) {
        this(CloseCode.PROTOCOL, message);
    }

    /** Says it with a code for the WebSocket's close. */
    public ProtocolException(int closeCode, String message) {
        super(message);
        this.closeCode = closeCode;
    }

    /** What a WebSocket is closed with (RFC 6455, 7.4). */
    public int closeCode() {
        return closeCode;
    }
}
