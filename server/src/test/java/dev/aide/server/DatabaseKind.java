package dev.aide.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases that tests run on: a SQLite file, and a schema of a PostgreSQL server that is started once. */
public enum DatabaseKind {
    SQLITE {
        @Override
        public String newDatabase(Path folder) {
            return "jdbc:sqlite:" + folder.resolve("test" + NUMBER.incrementAndGet() + ".db");
        }
    },
    POSTGRESQL {
        @Override
        public String newDatabase(Path folder) {
            String name = "test" + NUMBER.incrementAndGet();
            try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE SCHEMA " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return Server.POSTGRES.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + name;
        }
    };

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** The URL of an empty database of its own. */
    public abstract String newDatabase(Path folder);

    private static final class Server {
        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
