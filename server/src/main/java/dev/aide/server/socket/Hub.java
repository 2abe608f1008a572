package dev.aide.server.socket;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who is connected to a namespace, and in which groups. A user's groups are remembered for a while after their last socket
 * has left.
 *
 * <p>Safe for use by many threads.
 */
final class Hub {
    private static final int MOST_REMEMBERED = 100_000;

    private final Map<Socket, Seat> seats = new LinkedHashMap<>();
    private final Map<String, Set<Socket>> byUser = new HashMap<>();
    private final Map<String, Set<Socket>> byGroup = new HashMap<>();
    private final Map<String, Set<String>> groupsOfOnline = new HashMap<>();
    private final Cache<String, Set<String>> groupsOfAway;

    Hub(Duration memory) {
        groupsOfAway = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(memory)
                .build();
    }

    /** A socket has come: it is in its user's groups again. */
    synchronized void add(Socket socket, String user) {
        seats.put(socket, new Seat(user, new HashSet<>()));
        addUser(socket, user);
    }

    private void addUser(Socket socket, String user) {
        if (!user.isEmpty()) {
            byUser.computeIfAbsent(user, unused -> new LinkedHashSet<>()).add(socket);
            groupsOfOnline
                    .computeIfAbsent(user, unused -> remembered(user))
                    .forEach(group -> addToGroup(socket, group));
        }
    }

    private Set<String> remembered(String user) {
        Set<String> groups = groupsOfAway.getIfPresent(user);
        groupsOfAway.invalidate(user);
        return groups == null ? new HashSet<>() : new HashSet<>(groups);
    }

    private void addToGroup(Socket socket, String group) {
        seats.get(socket).groups().add(group);
        byGroup.computeIfAbsent(group, unused -> new LinkedHashSet<>()).add(socket);
    }

    /** A socket has gone. */
    synchronized void remove(Socket socket) {
        Seat seat = seats.get(socket);
        if (seat != null) {
            removeFromGroups(socket, seat.groups());
            removeUser(socket, seat.user());
            seats.remove(socket);
        }
    }

    private void removeUser(Socket socket, String user) {
        removeFrom(byUser, user, socket);
        if (!byUser.containsKey(user)) {
            Set<String> groups = groupsOfOnline.remove(user);
            if (groups != null && !groups.isEmpty()) {
                groupsOfAway.put(user, groups);
            }
        }
    }

    private void removeFromGroups(Socket socket, Set<String> groups) {
        List.copyOf(groups).forEach(group -> removeFromGroup(socket, group));
    }

    private void removeFromGroup(Socket socket, String group) {
        seats.get(socket).groups().remove(group);
        removeFrom(byGroup, group, socket);
    }

    private static void removeFrom(Map<String, Set<Socket>> map, String key, Socket socket) {
        map.computeIfPresent(key, (unused, some) -> some.remove(socket) && some.isEmpty() ? null : some);
    }

    /** A socket is another user's from now on; it leaves the groups of the one before. */
    synchronized void changeUser(Socket socket, String user) {
        Seat seat = seats.get(socket);
        if (seat != null && !seat.user().equals(user)) {
            removeFromGroups(socket, groupsOfOnline.getOrDefault(seat.user(), Set.of()));
            removeUser(socket, seat.user());
            seats.put(socket, new Seat(user, seat.groups()));
            addUser(socket, user);
        }
    }

    /** A user is in a group, with all sockets that they have and will have. */
    synchronized void join(String user, String group) {
        Set<Socket> theirs = byUser.get(user);
        if (theirs == null) {
            Set<String> groups = remembered(user);
            groups.add(group);
            groupsOfAway.put(user, groups);
        } else {
            groupsOfOnline.get(user).add(group);
            theirs.forEach(socket -> addToGroup(socket, group));
        }
    }

    /** A user is no longer in a group. */
    synchronized void leave(String user, String group) {
        Set<Socket> theirs = byUser.get(user);
        if (theirs == null) {
            Set<String> groups = remembered(user);
            groups.remove(group);
            groupsOfAway.put(user, groups);
        } else {
            groupsOfOnline.get(user).remove(group);
            theirs.forEach(socket -> removeFromGroup(socket, group));
        }
    }

    /** One socket is in a group, until it leaves or goes. */
    synchronized void join(Socket socket, String group) {
        if (seats.containsKey(socket)) {
            addToGroup(socket, group);
        }
    }

    /** One socket is no longer in a group. */
    synchronized void leave(Socket socket, String group) {
        if (seats.containsKey(socket)) {
            removeFromGroup(socket, group);
        }
    }

    synchronized List<Socket> all() {
        return List.copyOf(seats.keySet());
    }

    synchronized List<Socket> ofUser(String user) {
        return List.copyOf(byUser.getOrDefault(user, Set.of()));
    }

    synchronized List<Socket> ofGroup(String group) {
        return List.copyOf(byGroup.getOrDefault(group, Set.of()));
    }

    /** The users who are in a group, be they here or remembered. */
    synchronized NavigableSet<String> membersOf(String group) {
        NavigableSet<String> members = new TreeSet<>();
        List.of(groupsOfOnline, groupsOfAway.asMap())
                .forEach(groupsOf -> groupsOf.forEach((user, groups) -> {
                    if (groups.contains(group)) {
                        members.add(user);
                    }
                }));
        return members;
    }

    synchronized NavigableSet<String> users() {
        return new TreeSet<>(byUser.keySet());
    }

    synchronized Set<String> groupsOf(String user) {
        Set<String> groups = groupsOfOnline.get(user);
        Set<String> known = groups == null ? groupsOfAway.getIfPresent(user) : groups;
        return known == null ? Set.of() : new TreeSet<>(known);
    }

    synchronized int count() {
        return seats.size();
    }

    /** Whose a socket is, and in which groups it is. */
    private record Seat(String user, Set<String> groups) {}
}
