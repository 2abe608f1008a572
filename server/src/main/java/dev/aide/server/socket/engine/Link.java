package dev.aide.server.socket.engine;

/** One client's session, whatever carries it. Safe for use by many threads. */
public interface Link {

    /** The id of the session; who knows it can act for the client. */
    String id();

    /** Sends a message, or lets it wait; to one that is closed nothing is sent. */
    void send(Outgoing message);

    /**
     * Ends the session when what waits has been sent.
     *
     * @param code as in RFC 6455, 7.4
     * @param reason why, in words
     */
    void close(int code, String reason);
}
