package dev.aide.server.socket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.aide.server.socket.Receipt.Outcome;
import dev.aide.server.socket.cluster.Command;
import dev.aide.server.socket.cluster.Command.Kind;
import dev.aide.server.socket.cluster.Seat;
import dev.aide.server.socket.packet.EventText;
import dev.aide.server.socket.packet.PacketType;
import dev.aide.server.socket.packet.SocketPacket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * One namespace: who is connected to it, and how to reach them. What is sent is best effort: it goes to the sockets that are
 * there now, each in the order in which it is sent to it. What must arrive is sent by {@link #atLeastOnce} or {@link #stored}.
 *
 * <p>Safe for use by many threads.
 */
public final class Namespace {
    private final String name;
    private final ObjectMapper mapper;
    private final EventText texts;
    private final Hub hub;
    private final Groups groups;
    private final Peers peers;
    private final PostOffice office;
    private final boolean hasStore;

    Namespace(
            String name,
            ObjectMapper mapper,
            EventText texts,
            Hub hub,
            Groups groups,
            Peers peers,
            PostOffice office,
            boolean hasStore) {
        this.name = name;
        this.mapper = mapper;
        this.texts = texts;
        this.hub = hub;
        this.groups = groups;
        this.peers = peers;
        this.office = office;
        this.hasStore = hasStore;
    }

    /** Its name, beginning with a slash. */
    public String name() {
        return name;
    }

    Hub hub() {
        return hub;
    }

    Groups groups() {
        return groups;
    }

    PostOffice office() {
        return office;
    }

    /**
     * Sends what is kept until a socket of the user acknowledges it: in the sockets' store, or, if they have none, in the
     * memory of this process, for at most 100,000 messages.
     *
     * @param expiry for how long
     */
    public Delivery atLeastOnce(Duration expiry) {
        return new Delivery(this, office, expiry, Clock.systemUTC());
    }

    /**
     * As {@link #atLeastOnce}, in the sockets' store only: what is kept there survives the end of this process.
     *
     * @param expiry for how long
     * @throws IllegalStateException if the sockets have no store
     */
    public Delivery stored(Duration expiry) {
        if (!hasStore) {
            throw new IllegalStateException(
                    "these sockets have no store in which messages outlive the process: give them"
                            + " one with Sockets.builder().store(database), or send with atLeastOnce(...)");
        }
        return atLeastOnce(expiry);
    }

    /**
     * Sends an event to all sockets of a user.
     *
     * @param data what goes with it: values that become JSON, with {@code byte[]} as binary
     * @return how many sockets of this process it was sent to
     */
    public int sendToUser(String user, String event, Object... data) {
        ArrayNode values = values(event, data);
        peers.tell(Kind.SEND_TO_USER, user, () -> texts.write(values));
        return send(hub.ofUser(user), values);
    }

    /**
     * Sends an event to all sockets in a group.
     *
     * @return how many sockets of this process it was sent to
     */
    public int sendToGroup(String group, String event, Object... data) {
        ArrayNode values = values(event, data);
        peers.tell(Kind.SEND_TO_GROUP, group, () -> texts.write(values));
        return send(hub.ofGroup(group), values);
    }

    /**
     * Sends an event to all sockets.
     *
     * @return how many sockets of this process it was sent to
     */
    public int broadcast(String event, Object... data) {
        ArrayNode values = values(event, data);
        peers.tell(Kind.SEND_TO_ALL, "", () -> texts.write(values));
        return send(hub.all(), values);
    }

    private int send(List<Socket> receivers, ArrayNode values) {
        // one for all, so that it is encoded once
        Emission message = emission(SocketPacket.NO_ID, values, true);
        receivers.forEach(receiver -> receiver.send(message));
        return receivers.size();
    }

    ArrayNode values(String event, Object... data) {
        ArrayNode array = mapper.createArrayNode().add(event);
        for (Object value : data) {
            array.add(mapper.<JsonNode>valueToTree(value));
        }
        return array;
    }

    Emission emission(long id, ArrayNode event, boolean mayDrop) {
        return new Emission(new SocketPacket(PacketType.EVENT, name, id, event), mayDrop);
    }

    /**
     * Puts a user into a group: all sockets that they have, and those that they will have.
     *
     * @throws IllegalArgumentException if one of the names has more than 200 characters, or a U+0000
     */
    public void joinGroup(String user, String group) {
        Names.check("a user's id", user);
        Names.check("a group's name", group);
        groups.join(user, group);
    }

    /** Takes a user out of a group. */
    public void leaveGroup(String user, String group) {
        groups.leave(user, group);
    }

    /**
     * Disconnects all sockets of a user. Clients of Socket.IO do not come back by themselves.
     *
     * @return how many there were in this process
     */
    public int disconnectUser(String user) {
        peers.tell(Kind.DISCONNECT, user, () -> "");
        return disconnectHere(user);
    }

    private int disconnectHere(String user) {
        List<Socket> theirs = hub.ofUser(user);
        theirs.forEach(Socket::disconnect);
        return theirs.size();
    }

    /** The users who are here now, on any node, sorted. */
    public NavigableSet<String> users() {
        NavigableSet<String> users = hub.users();
        users.addAll(peers.users(Seat.ANYWHERE));
        return users;
    }

    /** The users who are here now and have a socket in a group, sorted. */
    public NavigableSet<String> users(String group) {
        NavigableSet<String> users = new TreeSet<>(peers.users(Seat.inGroup(group)));
        hub.ofGroup(group).stream()
                .map(socket -> socket.caller().id())
                .filter(user -> !user.isEmpty())
                .forEach(users::add);
        return users;
    }

    /** Whether a user is here now. */
    public boolean isOnline(String user) {
        return !hub.ofUser(user).isEmpty() || peers.isOnline(user);
    }

    /** The groups that a user was put into, whether they are here now or are remembered. */
    public Set<String> groupsOf(String user) {
        return groups.of(user);
    }

    /** The users that were put into a group, whether they are here now or are remembered, sorted. */
    public NavigableSet<String> membersOf(String group) {
        return groups.members(group);
    }

    /** How many sockets are here now, on all nodes. */
    public int count() {
        return hub.count() + peers.count();
    }

    /** Another node tells something. */
    void receive(Command command) {
        String target = command.target();
        switch (command.kind()) {
            case SEND_TO_ALL -> send(hub.all(), texts.read(command.text()));
            case SEND_TO_USER -> send(hub.ofUser(target), texts.read(command.text()));
            case SEND_TO_GROUP -> send(hub.ofGroup(target), texts.read(command.text()));
            case DISCONNECT -> disconnectHere(target);
            case GROUPS_CHANGED -> groups.refresh(target);
            case KEPT -> office.wake(target);
            case DELIVERED -> office.settledElsewhere(command.text(), target, Outcome.DELIVERED);
            case EXPIRED -> office.settledElsewhere(command.text(), target, Outcome.EXPIRED);
        }
    }
}
