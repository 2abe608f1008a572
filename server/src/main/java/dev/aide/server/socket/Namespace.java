package dev.aide.server.socket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.aide.server.socket.packet.PacketType;
import dev.aide.server.socket.packet.SocketPacket;
import java.time.Duration;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * One namespace: who is connected to it, and how to reach them. What is sent is best effort: it goes to the sockets that are
 * there now, each in the order in which it is sent to it.
 *
 * <p>Safe for use by many threads.
 */
public final class Namespace {
    private final String name;
    private final ObjectMapper mapper;
    private final Hub hub;

    Namespace(String name, ObjectMapper mapper, Duration memory) {
        this.name = name;
        this.mapper = mapper;
        this.hub = new Hub(memory);
    }

    /** Its name, beginning with a slash. */
    public String name() {
        return name;
    }

    Hub hub() {
        return hub;
    }

    /**
     * Sends an event to all sockets of a user.
     *
     * @param data what goes with it: values that become JSON, with {@code byte[]} as binary
     * @return how many sockets it was sent to
     */
    public int sendToUser(String user, String event, Object... data) {
        return send(hub.ofUser(user), event, data);
    }

    /**
     * Sends an event to all sockets in a group.
     *
     * @return how many sockets it was sent to
     */
    public int sendToGroup(String group, String event, Object... data) {
        return send(hub.ofGroup(group), event, data);
    }

    /**
     * Sends an event to all sockets.
     *
     * @return how many sockets it was sent to
     */
    public int broadcast(String event, Object... data) {
        return send(hub.all(), event, data);
    }

    private int send(List<Socket> receivers, String event, Object... data) {
        // one for all, so that it is encoded once
        Emission message = event(SocketPacket.NO_ID, event, data);
        receivers.forEach(receiver -> receiver.send(message));
        return receivers.size();
    }

    Emission event(long id, String event, Object... data) {
        ArrayNode array = mapper.createArrayNode().add(event);
        for (Object value : data) {
            array.add(mapper.<JsonNode>valueToTree(value));
        }
        return new Emission(new SocketPacket(PacketType.EVENT, name, id, array));
    }

    /** Puts a user into a group: all sockets that they have, and those that they will have. */
    public void joinGroup(String user, String group) {
        hub.join(user, group);
    }

    /** Takes a user out of a group. */
    public void leaveGroup(String user, String group) {
        hub.leave(user, group);
    }

    /**
     * Disconnects all sockets of a user. Clients of Socket.IO do not come back by themselves.
     *
     * @return how many there were
     */
    public int disconnectUser(String user) {
        List<Socket> theirs = hub.ofUser(user);
        theirs.forEach(Socket::disconnect);
        return theirs.size();
    }

    /** The users who are here now, sorted. */
    public NavigableSet<String> users() {
        return hub.users();
    }

    /** The users who are here now and have a socket in a group, sorted. */
    public NavigableSet<String> users(String group) {
        NavigableSet<String> users = new TreeSet<>();
        hub.ofGroup(group).stream()
                .map(socket -> socket.caller().id())
                .filter(user -> !user.isEmpty())
                .forEach(users::add);
        return users;
    }

    /** Whether a user is here now. */
    public boolean isOnline(String user) {
        return !hub.ofUser(user).isEmpty();
    }

    /** The groups that a user was put into, whether they are here now or are remembered. */
    public Set<String> groupsOf(String user) {
        return hub.groupsOf(user);
    }

    /** How many sockets are here now. */
    public int count() {
        return hub.count();
    }
}
