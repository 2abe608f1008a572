package dev.aide.server.socket;

import java.util.List;
import java.util.Set;

/**
 * Sockets of one process at one time, for those who run a portal. Immutable.
 *
 * @param clients how many clients are connected
 * @param queued how many messages wait to be sent to them
 * @param dropped how many were dropped since the start, for clients that are too slow
 * @param namespaces who is connected to each namespace, sorted by name
 */
public record SocketsState(int clients, long queued, long dropped, List<NamespaceState> namespaces) {

    /**
     * A namespace. Immutable.
     *
     * @param name its name
     * @param sockets how many sockets it has
     * @param users how many users they are
     * @param some the first of these users, by name
     */
    public record NamespaceState(String name, int sockets, int users, List<UserState> some) {
        private static final int MOST_USERS = 200;

        static NamespaceState of(Namespace namespace) {
            Set<String> users = namespace.hub().users();
            return new NamespaceState(
                    namespace.name(),
                    namespace.hub().count(),
                    users.size(),
                    users.stream()
                            .limit(MOST_USERS)
                            .map(user -> UserState.of(namespace, user))
                            .toList());
        }
    }

    /**
     * A user of a namespace. Immutable.
     *
     * @param user the user's id
     * @param sockets how many sockets they have
     * @param groups the groups that they were put into
     */
    public record UserState(String user, int sockets, Set<String> groups) {

        static UserState of(Namespace namespace, String user) {
            return new UserState(
                    user, namespace.hub().ofUser(user).size(), namespace.hub().groupsOf(user));
        }
    }
}
