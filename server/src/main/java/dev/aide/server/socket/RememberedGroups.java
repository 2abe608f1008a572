package dev.aide.server.socket;

import dev.aide.server.socket.engine.Timer;
import java.util.NavigableSet;
import java.util.Set;
import java.util.concurrent.Executor;

/** Groups as the hub remembers them. Immutable. */
record RememberedGroups(Hub hub) implements Groups {

    @Override
    public void join(String user, String group) {
        hub.join(user, group);
    }

    @Override
    public void leave(String user, String group) {
        hub.leave(user, group);
    }

    @Override
    public Set<String> of(String user) {
        return hub.groupsOf(user);
    }

    @Override
    public NavigableSet<String> members(String group) {
        return hub.membersOf(group);
    }

    @Override
    public void refresh(String user) {
        // the hub has done that
    }

    @Override
    public void start(Executor executor, Timer timer) {}
}
