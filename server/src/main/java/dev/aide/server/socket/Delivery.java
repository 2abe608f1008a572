package dev.aide.server.socket;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Sends messages that are kept for each user until one of their sockets acknowledges them, or they expire. After what was
 * sent, a client gets the message's id, and the acknowledgement to call: {@code socket.on("note", (note, id, ack) => ack())}.
 *
 * <p>Each socket of the user is sent a message once, in order. One that nobody acknowledged is sent again to the next
 * socket that connects: so it may come twice, with the same id.
 *
 * <p>Safe for use by many threads.
 */
public final class Delivery {
    private final Namespace namespace;
    private final PostOffice office;
    private final Duration expiry;
    private final Clock clock;

    Delivery(Namespace namespace, PostOffice office, Duration expiry, Clock clock) {
        if (expiry.isZero() || expiry.isNegative()) {
            throw new IllegalArgumentException("a message is kept for more than no time, not for " + expiry);
        }
        this.namespace = namespace;
        this.office = office;
        this.expiry = expiry;
        this.clock = clock;
    }

    /**
     * Sends an event to a user, whether they are here or not.
     *
     * @param data what goes with it: values that become JSON, with {@code byte[]} as binary
     * @throws IllegalArgumentException if the user is nobody, or the event is larger than {@code maxPayload}, nested more
     *     than 50 deep, or has more than 10 {@code byte[]}
     */
    public Receipt sendToUser(String user, String event, Object... data) {
        return send(List.of(user), event, data).get(0);
    }

    /**
     * Sends an event to all users that were put into a group, whether they are here or not.
     *
     * @return a receipt for each
     * @throws IllegalArgumentException as {@link #sendToUser}
     */
    public List<Receipt> sendToGroup(String group, String event, Object... data) {
        return send(namespace.membersOf(group), event, data);
    }

    /**
     * Sends an event to all users who are here now. Sockets of nobody get nothing.
     *
     * @return a receipt for each
     * @throws IllegalArgumentException as {@link #sendToUser}
     */
    public List<Receipt> broadcast(String event, Object... data) {
        return send(namespace.users(), event, data);
    }

    private List<Receipt> send(Collection<String> users, String event, Object... data) {
        String id = UUID.randomUUID().toString();
        ArrayNode values = namespace.values(event, data).add(id);
        long expiresAt = clock.instant().plus(expiry).toEpochMilli();
        return office.take(id, users, values, expiresAt);
    }
}
