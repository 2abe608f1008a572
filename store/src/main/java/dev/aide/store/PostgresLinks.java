package dev.aide.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;

/** Connections to PostgreSQL from HikariCP; the driver itself keeps prepared statements. */
final class PostgresLinks implements LinkSource {
    private final HikariDataSource pool;

    PostgresLinks(String url, DatabaseOptions options) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setPoolName("aide-store");
        config.setMaximumPoolSize(options.connections());
        config.setConnectionTimeout(options.lockTimeout().toMillis());
        config.setInitializationFailTimeout(options.lockTimeout().toMillis());
        if (options.user() != null) {
            config.setUsername(options.user());
            config.setPassword(options.password());
        }
        // as patient as on SQLite, and no values in what the driver logs
        config.addDataSourceProperty(
                "options", "-c lock_timeout=" + options.lockTimeout().toMillis());
        config.addDataSourceProperty("logServerErrorDetail", "false");
        pool = new HikariDataSource(config);
    }

    @Override
    public Link borrow() throws SQLException {
        return new Link(pool.getConnection(), 0);
    }

    @Override
    public void giveBack(Link link) throws SQLException {
        if (link.isTainted()) {
            pool.evictConnection(link.connection());
        }
        link.close();
    }

    @Override
    public String lockHolder() {
        return "another transaction (see pg_stat_activity and pg_blocking_pids)";
    }

    @Override
    public void whileIdle() {
        // the server has its own housekeeping
    }

    @Override
    public void close() {
        pool.close();
    }
}
