package com.acme.notes;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * How the program is set up: by system properties, or by variables of the environment, such as {@code NOTES_PORT} for {@code
 * notes.port}. Immutable.
 *
 * @param port where it listens, 0 for any port that is free; {@code notes.port}, 8080 unless set
 * @param folder where files that last are kept; {@code notes.folder}, {@code notes-data} unless set
 * @param zone where it is night when the digest goes out; {@code notes.zone}, UTC unless set
 * @param database the JDBC URL of the database; {@code notes.database}, SQLite in the folder unless set
 * @param nodes how many processes work on the database; {@code notes.nodes}, 1 unless set
 */
public record Settings(int port, Path folder, ZoneId zone, String database, int nodes) {
    private static final String POSTGRESQL = "jdbc:postgresql:";

    /** Refuses nodes that could not share their database. */
    public Settings {
        if (nodes < 1) {
            throw new IllegalArgumentException("notes.nodes is at least 1, not " + nodes);
        }
        if (nodes > 1 && !isShared(database)) {
            throw new IllegalArgumentException(
                    nodes + " nodes need a PostgreSQL that they share, and notes.database is "
                            + database + ": set it, or NOTES_DATABASE, to one such as"
                            + " jdbc:postgresql://localhost/notes?user=notes&password=…, or leave notes.nodes away");
        }
    }

    /** Whether several nodes can work on the database. */
    boolean isShared() {
        return isShared(database);
    }

    private static boolean isShared(String database) {
        return database.startsWith(POSTGRESQL);
    }

    /** One node in a folder, with SQLite. */
    static Settings in(Path folder, int port, ZoneId zone) {
        return new Settings(port, folder, zone, sqlite(folder), 1);
    }

    private static String sqlite(Path folder) {
        return "jdbc:sqlite:" + folder.resolve("notes.db");
    }

    /**
     * Reads properties and, for those that are not set, variables.
     *
     * @throws IllegalArgumentException if a number is none, or the nodes could not share their database
     * @throws java.time.DateTimeException if the zone is none
     */
    static Settings of(Properties properties, Map<String, String> variables) {
        Source source = new Source(properties, variables);
        Path folder = Path.of(source.get("notes.folder").orElse("notes-data"));
        return new Settings(
                source.number("notes.port").orElse(8080),
                folder,
                ZoneId.of(source.get("notes.zone").orElse("UTC")),
                source.get("notes.database").orElse(sqlite(folder)),
                source.number("notes.nodes").orElse(1));
    }

    private record Source(Properties properties, Map<String, String> variables) {

        Optional<String> get(String name) {
            String variable = name.toUpperCase(Locale.ROOT).replace('.', '_');
            return Optional.ofNullable(properties.getProperty(name, variables.get(variable)));
        }

        Optional<Integer> number(String name) {
            return get(name).map(text -> {
                try {
                    return Integer.valueOf(text);
                } catch (NumberFormatException e) {
                    throw new IllegalArgumentException(name + " is a number, not '" + text + "'", e);
                }
            });
        }
    }
}
