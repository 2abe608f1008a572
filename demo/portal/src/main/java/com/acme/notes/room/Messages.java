package com.acme.notes.room;

import static dev.aide.store.Condition.where;

import com.acme.notes.access.Owner;
import com.acme.notes.account.User;
import dev.aide.store.Database;
import dev.aide.store.Schema;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * What was said in the room, in the database, and how far each member has read: so nothing is lost on whoever is away.
 *
 * <p>Safe for use by many threads.
 */
public final class Messages {
    private static final String TABLE = "room_messages";
    private static final String READ_UP_TO = "INSERT INTO room_readers (member, read_up_to) VALUES (?, ?)"
            + " ON CONFLICT (member) DO UPDATE SET read_up_to = excluded.read_up_to"
            + " WHERE room_readers.read_up_to < excluded.read_up_to";
    private static final int MOST_SHOWN = 100;

    private final Database database;
    private final Clock clock;

    private Messages(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Opens the messages of a database, and makes their tables if they are not there. */
    public static Messages open(Database database, Clock clock) {
        database.apply(Schema.builder()
                .table(
                        TABLE,
                        "id INTEGER PRIMARY KEY, author INTEGER NOT NULL, name TEXT NOT NULL, text TEXT NOT NULL,"
                                + " said_at TIMESTAMP NOT NULL")
                .table("room_readers", "member INTEGER PRIMARY KEY, read_up_to INTEGER NOT NULL")
                .build());
        return new Messages(database, clock);
    }

    /** Keeps what somebody says. */
    public Said add(User author, String text) {
        return database.inTransaction(session -> {
            long id = session.insert(
                    TABLE,
                    Map.of("author", author.id(), "name", author.name(), "text", text, "said_at", clock.instant()));
            return session.fetch(TABLE)
                    .where(where("id").is(id))
                    .first(Said.class)
                    .orElseThrow();
        });
    }

    /** What was said last, the oldest first. */
    public List<Said> latest() {
        List<Said> latest = new ArrayList<>(
                database.fetch(TABLE).orderBy("id desc").limit(MOST_SHOWN).list(Said.class));
        Collections.reverse(latest);
        return latest;
    }

    /** The number of the last message that a member has read; 0 for none. */
    public long readUpTo(Owner member) {
        return database.fetch("room_readers")
                .where(where("member").is(member.id()))
                .first()
                .map(row -> row.number("read_up_to"))
                .orElse(0L);
    }

    /** A member has read all messages up to this one; what was read stays read, whichever device says so. */
    public void read(Owner member, long id) {
        database.execute(READ_UP_TO, member.id(), id);
    }
}
