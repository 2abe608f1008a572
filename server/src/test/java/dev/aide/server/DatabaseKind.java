package dev.aide.server;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases that the same tests run on. */
enum DatabaseKind {
    SQLITE {
        @Override
        String newDatabase(Path folder) {
            return "jdbc:sqlite:" + folder.resolve("test" + NUMBER.incrementAndGet() + ".db");
        }
    },
    POSTGRESQL {
        @Override
        String newDatabase(Path folder) {
            return Postgres.newSchema();
        }
    };

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** The URL of an empty database of its own. */
    abstract String newDatabase(Path folder);
}
