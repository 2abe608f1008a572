package com.acme.notes.room;

import com.acme.notes.access.Gates;
import com.acme.notes.access.Owner;
import com.acme.notes.account.User;
import com.acme.notes.account.Users;
import dev.aide.server.http.HttpError;
import dev.aide.server.socket.Message;
import dev.aide.server.socket.Namespace;
import dev.aide.server.socket.NamespaceBuilder;
import dev.aide.server.socket.Socket;
import dev.aide.server.socket.Sockets;
import dev.aide.store.Database;
import java.util.List;
import java.util.Set;

/**
 * The room at work: who comes in is told what was said, and everybody is told who is here and what is said from then on.
 *
 * <p>Safe for use by many threads.
 */
public final class Room {
    private static final String NAMESPACE = "/room";
    private static final int LONGEST_TEXT = 2000;

    private final Users users;
    private final Messages messages;

    /** A room for these users. */
    public Room(Users users, Messages messages) {
        this.users = users;
        this.messages = messages;
    }

    /** The sockets by which people are in the room: of all nodes, if the database is one that nodes share. */
    public Sockets sockets(Database database) {
        return Sockets.builder()
                .store(database)
                .namespace(NAMESPACE, this::describe)
                .build();
    }

    private void describe(NamespaceBuilder room) {
        room.connect(Gates.ACCOUNT)
                .connected(this::welcome)
                .disconnected((socket, reason) -> announce(socket.namespace()))
                .on("say", Gates.ACCOUNT, this::say)
                .on("read", Gates.ACCOUNT, this::read)
                .on("who", Gates.ACCOUNT, message -> members(message.socket().namespace()))
                // its token may have expired, so the gate is open; the token that it brings is looked at
                .on("renew", Gates.OPEN, Room::renew);
    }

    private void welcome(Socket socket) {
        Owner member = Owner.of(socket.caller());
        socket.emit("welcome", new Welcome(member.id(), messages.latest(), messages.readUpTo(member)));
        announce(socket.namespace());
    }

    private void announce(Namespace room) {
        room.broadcast("members", members(room));
    }

    private List<Member> members(Namespace room) {
        Set<String> here = room.users();
        return users.all().stream().map(user -> member(user, here)).toList();
    }

    private static Member member(User user, Set<String> here) {
        return new Member(user.id(), user.name(), here.contains(String.valueOf(user.id())));
    }

    private Said say(Message message) {
        String text = message.argument(0, String.class).strip();
        if (text.isEmpty() || text.length() > LONGEST_TEXT) {
            throw HttpError.badRequest("a message has from 1 to " + LONGEST_TEXT + " characters");
        }
        Said said = messages.add(users.get(Owner.of(message.caller())), text);
        message.socket().namespace().broadcast("said", said);
        return said;
    }

    private Object read(Message message) {
        messages.read(Owner.of(message.caller()), message.argument(0, Long.class));
        return null;
    }

    private static Object renew(Message message) {
        message.socket().authenticate(message.argument(0, String.class));
        return null;
    }
}
