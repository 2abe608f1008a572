package com.acme.notes;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Properties;

/**
 * How the program is set up. Immutable.
 *
 * @param port where it listens, 0 for any port that is free; {@code notes.port}, 8080 unless set
 * @param folder where all that lasts is kept; {@code notes.folder}, {@code notes-data} unless set
 * @param zone where it is night when the digest goes out; {@code notes.zone}, UTC unless set
 */
public record Settings(int port, Path folder, ZoneId zone) {

    /**
     * Reads system properties.
     *
     * @throws IllegalArgumentException if the port is no number
     * @throws java.time.DateTimeException if the zone is none
     */
    static Settings of(Properties properties) {
        return new Settings(
                Integer.parseInt(properties.getProperty("notes.port", "8080")),
                Path.of(properties.getProperty("notes.folder", "notes-data")),
                ZoneId.of(properties.getProperty("notes.zone", "UTC")));
    }
}
