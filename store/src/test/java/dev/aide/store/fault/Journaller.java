package dev.aide.store.fault;

import dev.aide.store.Database;
import dev.aide.store.buffer.DatabaseBuffer;
import dev.aide.store.buffer.PersistedBuffer;
import java.util.Map;

/** Journals rows from several threads, and says each one once it is sure, until it is killed. */
final class Journaller {

    private Journaller() {}

    public static void main(String[] arguments) throws InterruptedException {
        Database db = Database.open(arguments[0]);
        PersistedBuffer buffer = DatabaseBuffer.builder(db).startPersisted(Database.open(arguments[1]));
        for (int i = 0; i < 4; i++) {
            String writer = arguments[2] + "/" + i;
            new Thread(() -> write(buffer, writer)).start();
        }
        Thread.currentThread().join();
    }

    private static void write(PersistedBuffer buffer, String writer) {
        for (long n = 0; true; n++) {
            buffer.insert("entries", Map.of("writer", writer, "n", n)).join();
            System.out.println(writer + " " + n);
        }
    }
}
