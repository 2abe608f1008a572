package dev.aide.store.fault;

import dev.aide.store.Database;
import dev.aide.store.buffer.DatabaseBuffer;
import java.util.Map;

/** Writes rows from several threads, and says each one once it is durable, until it is killed. */
final class Writer {

    private Writer() {}

    public static void main(String[] arguments) throws InterruptedException {
        Database db = Database.open(arguments[0]);
        DatabaseBuffer buffer = DatabaseBuffer.start(db);
        for (int i = 0; i < 8; i++) {
            String prefix = arguments[1] + "/" + i + "/";
            Thread thread = new Thread(() -> write(buffer, prefix));
            thread.start();
        }
        Thread.currentThread().join();
    }

    private static void write(DatabaseBuffer buffer, String prefix) {
        for (long n = 0; true; n++) {
            String name = prefix + n;
            buffer.insert("notes", Map.of("name", name)).join();
            System.out.println(name);
        }
    }
}
