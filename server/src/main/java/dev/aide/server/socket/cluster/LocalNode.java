package dev.aide.server.socket.cluster;

import java.util.Map;

/** This node's own part. Implementations are thread-safe. */
public interface LocalNode {

    /** Another node tells something; called by one thread. */
    void receive(Command command);

    /** Who is here, and with how many sockets. */
    Map<Seat, Integer> seats();

    /** This node is cut off: its sockets are to be closed, and no new one let in. Must not wait. */
    void cutOff();

    /** This node is no longer cut off. Must not wait. */
    void recovered();
}
