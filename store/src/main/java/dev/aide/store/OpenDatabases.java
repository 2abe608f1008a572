package dev.aide.store;

import java.util.HashMap;
import java.util.Map;

/**
 * The databases that are open in this process, each once: SQLite has one turn to write, and it can only be given out in
 * one place. That is why this is the library's one piece of static state. Thread-safe.
 */
final class OpenDatabases {
    private static final OpenDatabases PROCESS = new OpenDatabases();

    private final Map<String, Entry> entries = new HashMap<>();

    static OpenDatabases ofThisProcess() {
        return PROCESS;
    }

    synchronized SharedDatabase open(DatabaseUrl url, DatabaseOptions options) {
        Entry entry = entries.get(url.key());
        if (entry == null) {
            SharedDatabase opened = new SharedDatabase(url, options);
            try {
                // connects, so that a wrong file or server is found here
                opened.withSession(session -> null);
            } catch (RuntimeException e) {
                opened.close();
                throw e;
            }
            entry = new Entry(opened);
            entries.put(url.key(), entry);
        } else if (!entry.database.options().equals(options)) {
            throw new IllegalStateException(url.name() + " is open in this process already, with other options ("
                    + entry.database.options() + "): open it with the same");
        }
        entry.handles++;
        return entry.database;
    }

    synchronized SharedDatabase share(SharedDatabase database) {
        entries.get(database.key()).handles++;
        return database;
    }

    synchronized void close(SharedDatabase database) {
        Entry entry = entries.get(database.key());
        entry.handles--;
        if (entry.handles == 0) {
            entries.remove(database.key());
            database.close();
        }
    }

    private static final class Entry {
        private final SharedDatabase database;
        private int handles;

        Entry(SharedDatabase database) {
            this.database = database;
        }
    }
}
