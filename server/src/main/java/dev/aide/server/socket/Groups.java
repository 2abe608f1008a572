package dev.aide.server.socket;

import dev.aide.server.socket.engine.Timer;
import java.util.NavigableSet;
import java.util.Set;
import java.util.concurrent.Executor;

/** Which users of a namespace are in which groups, here or away. Implementations are thread-safe. */
interface Groups {

    void join(String user, String group);

    void leave(String user, String group);

    Set<String> of(String user);

    NavigableSet<String> members(String group);

    /** A user's sockets here are to be in the groups that the user is in now. */
    void refresh(String user);

    /** Works by these from now on. */
    void start(Executor executor, Timer timer);
}
