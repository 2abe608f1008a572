package dev.aide.server.socket.engine;

/** A client does not keep to the protocol; its session ends. Immutable. */
public final class ProtocolException extends Exception {
    private static final long serialVersionUID = 1;

    /** Says in words what the client did. */
    public ProtocolException(String message) {
        super(message);
    }
}
