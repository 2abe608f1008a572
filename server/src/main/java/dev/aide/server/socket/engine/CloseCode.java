package dev.aide.server.socket.engine;

/** Why a WebSocket is closed (RFC 6455, 7.4.1). */
public final class CloseCode {
    /** All is done. */
    public static final int NORMAL = 1000;
    /** The server stops. */
    public static final int GOING_AWAY = 1001;
    /** The client does not keep to the protocol. */
    public static final int PROTOCOL = 1002;
    /** Messages of a kind that the server does not take. */
    public static final int UNSUPPORTED = 1003;
    /** A message that is not what it says it is: text that is not UTF-8, JSON that is none. */
    public static final int INVALID = 1007;
    /** The client does not keep to what the server asks for. */
    public static final int POLICY = 1008;
    /** A message is too large. */
    public static final int TOO_LARGE = 1009;
    /** The server can't go on, and another can. */
    public static final int SERVICE_RESTART = 1012;

    private CloseCode() {}
}
