package dev.aide.server.socket;

import dev.aide.server.socket.engine.Link;

/** What speaks to one client, in the client's protocol. Safe for use by many threads. */
interface Client {

    /** What carries it. */
    Link link();

    /** Ends one of its sockets, by the server's will. */
    void disconnect(Socket socket);
}
