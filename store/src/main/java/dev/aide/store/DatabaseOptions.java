package dev.aide.store;

import java.time.Duration;

/**
 * How a database is opened. Immutable; the builder is for one thread.
 *
 * @param durability what a commit on SQLite survives; {@link Durability#FULL} unless changed
 * @param connections how many connections at most are open at once; 8 unless changed
 * @param lockTimeout how long a caller waits for its turn to write, for another process's lock and for a free
 *     connection; 30 seconds unless changed
 * @param slowStatement statements that take longer are logged, without values; 1 second unless changed
 * @param longTransaction transactions open for longer are logged once with the place that opened them; 1 minute unless
 *     changed
 * @param user PostgreSQL's user, or null to leave it to the URL
 * @param password PostgreSQL's password, or null
 */
public record DatabaseOptions(
        Durability durability,
        int connections,
        Duration lockTimeout,
        Duration slowStatement,
        Duration longTransaction,
        String user,
        String password) {

    /** Options to change one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Says everything but the password. */
    @Override
    public String toString() {
        return "DatabaseOptions[durability=" + durability + ", connections=" + connections + ", lockTimeout="
                + lockTimeout + ", slowStatement=" + slowStatement + ", longTransaction=" + longTransaction + ", user="
                + user + "]";
    }

    /** Collects options. Not safe for use by several threads. */
    public static final class Builder {
        private Durability durability = Durability.FULL;
        private int connections = 8;
        private Duration lockTimeout = Duration.ofSeconds(30);
        private Duration slowStatement = Duration.ofSeconds(1);
        private Duration longTransaction = Duration.ofMinutes(1);
        private String user;
        private String password;

        private Builder() {}

        /** What a commit on SQLite survives. */
        public Builder durability(Durability durability) {
            this.durability = durability;
            return this;
        }

        /**
         * How many connections at most are open at once.
         *
         * @throws IllegalArgumentException if fewer than 2: a reader beside the writer is the least
         */
        public Builder connections(int connections) {
            if (connections < 2) {
                throw new IllegalArgumentException("connections must be 2 or more, and is " + connections);
            }
            this.connections = connections;
            return this;
        }

        /** How long to wait for the turn to write, for another process's lock and for a free connection. */
        public Builder lockTimeout(Duration lockTimeout) {
            this.lockTimeout = lockTimeout;
            return this;
        }

        /** From which duration on a statement is logged. */
        public Builder slowStatement(Duration slowStatement) {
            this.slowStatement = slowStatement;
            return this;
        }

        /** From which duration on an open transaction is reported as a possible leak. */
        public Builder longTransaction(Duration longTransaction) {
            this.longTransaction = longTransaction;
            return this;
        }

        /** PostgreSQL's user and password, when they do not stand in the URL. */
        public Builder login(String user, String password) {
            this.user = user;
            this.password = password;
            return this;
        }

        /** The options as they are now. */
        public DatabaseOptions build() {
            return new DatabaseOptions(
                    durability, connections, lockTimeout, slowStatement, longTransaction, user, password);
        }
    }
}
