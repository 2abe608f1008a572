package dev.aide.store;

import dev.aide.store.sql.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a database is. Immutable.
 *
 * @param text the JDBC URL
 * @param dialect its dialect
 * @param file the file on SQLite, else null
 */
record DatabaseUrl(String text, Dialect dialect, Path file) {
    private static final String SQLITE = "jdbc:sqlite:";

    static DatabaseUrl parse(String url) {
        Dialect dialect = Dialect.of(url);
        if (!dialect.embedded()) {
            return new DatabaseUrl(url, dialect, null);
        }
        String path = url.substring(SQLITE.length());
        if (path.isEmpty() || path.startsWith(":") || path.startsWith("file:") || path.contains("?")) {
            throw new IllegalArgumentException("give SQLite a plain file, as in jdbc:sqlite:shop.db: '" + path
                    + "' is not one (a database in memory cannot be shared by connections; settings are options)");
        }
        return new DatabaseUrl(url, dialect, real(Path.of(path).toAbsolutePath().normalize()));
    }

    private static Path real(Path file) {
        try {
            if (Files.exists(file)) {
                return file.toRealPath();
            }
            Path directory = file.getParent();
            return Files.exists(directory) ? directory.toRealPath().resolve(file.getFileName()) : file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What two URLs of one database have in common. */
    String key() {
        return file != null ? file.toString() : text;
    }

    /** The file, or the URL without its parameters, which may have a password in them. */
    String name() {
        return file != null ? file.toString() : text.replaceFirst("\\?.*", "");
    }
}
