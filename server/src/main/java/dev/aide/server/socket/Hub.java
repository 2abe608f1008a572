package dev.aide.server.socket;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.aide.server.socket.cluster.Seat;
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

    private final Map<Socket, Place> places = new LinkedHashMap<>();
    private final Map<String, Set<Socket>> byUser = new HashMap<>();
    private final Map<String, Set<Socket>> byGroup = new HashMap<>();
    private final Map<String, Set<String>> groupsOfOnline = new HashMap<>();
    private final Cache<String, Set<String>> groupsOfAway;
    private final Runnable onChange;

    Hub(Duration memory, Runnable onChange) {
        this.onChange = onChange;
        groupsOfAway = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(memory)
                .build();
    }

    /**
     * A socket has come: it is in its user's groups again. One that has gone meanwhile is not taken in.
     *
     * @param greeting tells the client, before anybody can send it something; who looks for it then waits until it is here
     */
    synchronized void add(Socket socket, String user, Runnable greeting) {
        greeting.run();
        // who goes is disconnected first and removed then: so it is seen here, or removed after this
        if (socket.isConnected()) {
            places.put(socket, new Place(user, new HashSet<>()));
            addUser(socket, user);
            onChange.run();
        }
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
        places.get(socket).groups().add(group);
        byGroup.computeIfAbsent(group, unused -> new LinkedHashSet<>()).add(socket);
    }

    /** A socket has gone. */
    synchronized void remove(Socket socket) {
        Place place = places.get(socket);
        if (place != null) {
            removeFromGroups(socket, place.groups());
            removeUser(socket, place.user());
            places.remove(socket);
            onChange.run();
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
        places.get(socket).groups().remove(group);
        removeFrom(byGroup, group, socket);
    }

    private static void removeFrom(Map<String, Set<Socket>> map, String key, Socket socket) {
        map.computeIfPresent(key, (unused, some) -> some.remove(socket) && some.isEmpty() ? null : some);
    }

    /** A socket is another user's from now on; it leaves the groups of the one before. */
    synchronized void changeUser(Socket socket, String user) {
        Place place = places.get(socket);
        if (place != null && !place.user().equals(user)) {
            removeFromGroups(socket, groupsOfOnline.getOrDefault(place.user(), Set.of()));
            removeUser(socket, place.user());
            places.put(socket, new Place(user, place.groups()));
            addUser(socket, user);
            onChange.run();
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
            onChange.run();
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
            onChange.run();
        }
    }

    /** A user who is here is in these groups, and no others. */
    synchronized void replaceGroups(String user, Set<String> groups) {
        Set<String> left = new HashSet<>(groupsOfOnline.getOrDefault(user, Set.of()));
        left.removeAll(groups);
        left.forEach(group -> leave(user, group));
        groups.forEach(group -> join(user, group));
    }

    /** One socket is in a group, until it leaves or goes. */
    synchronized void join(Socket socket, String group) {
        if (places.containsKey(socket)) {
            addToGroup(socket, group);
            onChange.run();
        }
    }

    /** One socket is no longer in a group. */
    synchronized void leave(Socket socket, String group) {
        if (places.containsKey(socket)) {
            removeFromGroup(socket, group);
            onChange.run();
        }
    }

    synchronized List<Socket> all() {
        return List.copyOf(places.keySet());
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

    /** Where users have sockets, and how many. */
    synchronized Map<Seat, Integer> seats(String namespace) {
        Map<Seat, Integer> taken = new HashMap<>();
        for (Place place : places.values()) {
            taken.merge(new Seat(namespace, Seat.ANYWHERE, place.user()), 1, Integer::sum);
            if (!place.user().isEmpty()) {
                place.groups()
                        .forEach(group ->
                                taken.merge(new Seat(namespace, Seat.inGroup(group), place.user()), 1, Integer::sum));
            }
        }
        return taken;
    }

    synchronized int count() {
        return places.size();
    }

    /** Whose a socket is, and in which groups it is. */
    private record Place(String user, Set<String> groups) {}
}
