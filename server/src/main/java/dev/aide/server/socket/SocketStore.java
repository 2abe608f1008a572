package dev.aide.server.socket;

import dev.aide.server.socket.mailbox.DatabaseMailboxes;
import dev.aide.server.socket.mailbox.Mailboxes;
import dev.aide.store.Database;
import dev.aide.store.buffer.DatabaseBuffer;
import dev.aide.store.buffer.FullPolicy;
import java.time.Clock;

/** The database that sockets were given, with one writer whose commits all share. Safe for use by many threads. */
final class SocketStore {
    private final Database database;
    private final DatabaseBuffer writes;

    private SocketStore(Database database, DatabaseBuffer writes) {
        this.database = database;
        this.writes = writes;
    }

    /** Makes the tables, if they are not there, and begins to write. */
    static SocketStore open(Database database) {
        DatabaseMailboxes.createTables(database);
        // whoever writes hears of an error by the future; sockets' threads must not wait for room
        DatabaseBuffer writes = DatabaseBuffer.builder(database)
                .whenFull(FullPolicy.REJECT)
                .onError(error -> {})
                .start();
        return new SocketStore(database, writes);
    }

    Mailboxes mailboxes(String namespace, int most) {
        return new DatabaseMailboxes(database, writes, namespace, most, Clock.systemUTC());
    }

    /** Writes what waits, and takes nothing more. */
    void close() {
        writes.stop();
    }
}
