package dev.aide.store.sql;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What PostgreSQL's SQLSTATE codes mean (https://www.postgresql.org/docs/current/errcodes-appendix.html). Stateless.
 *
 * <p>The server's own words are passed on only where they cannot hold a value of a row.
 */
final class PostgresFailures {
    private static final Pattern KEY = Pattern.compile("Key \\((.*?)\\)=\\(");

    private PostgresFailures() {}

    static Failure explain(SQLException error) {
        String state = error.getSQLState() == null ? "" : error.getSQLState();
        String group = state.length() < 2 ? "" : state.substring(0, 2);
        if (error instanceof SQLTransientConnectionException) {
            return Failure.of(
                    FailureReason.DISCONNECTED,
                    "no connection in time: PostgreSQL is away, or all connections are in use");
        }
        return switch (group) {
            case "23" -> constraint(state, error);
            case "22" -> Failure.of(FailureReason.TYPE, "a value does not fit its column (SQLSTATE " + state + ")");
            case "40" -> Failure.of(FailureReason.CONFLICT, "another transaction got in the way: run the block again");
            case "42" -> Failure.of(FailureReason.STATEMENT, said(error));
            case "08" -> Failure.of(FailureReason.DISCONNECTED, "the connection to PostgreSQL was lost");
            case "25" -> Failure.of(FailureReason.READ_ONLY, said(error));
            case "53" -> Failure.of(FailureReason.FULL, said(error));
            case "55" -> Failure.of(FailureReason.LOCKED, "a row or table is locked (" + said(error) + ")");
            case "57" ->
                Failure.of(state.equals("57014") ? FailureReason.OTHER : FailureReason.DISCONNECTED, said(error));
            case "XX" -> Failure.of(FailureReason.DAMAGED, said(error));
            default -> Failure.of(FailureReason.OTHER, said(error));
        };
    }

    private static Failure constraint(String state, SQLException error) {
        ServerErrorMessage server = error instanceof PSQLException e ? e.getServerErrorMessage() : null;
        String table = server == null ? null : server.getTable();
        String column = server == null ? null : column(server);
        String name = server == null ? null : server.getConstraint();
        String where = column == null ? table : table + "." + column;
        String sentence = switch (state) {
            case "23505" -> where + " must be unique (" + name + ") and the value is there already";
            case "23502" -> where + " must not be null";
            case "23514" -> "the check " + name + " of " + table + " does not hold";
            case "23503" ->
                "the foreign key " + name + " of " + table + " names a row that is not there, or that is still in use";
            default -> "the constraint " + name + " of " + table + " does not hold";
        };
        return new Failure(FailureReason.CONSTRAINT, sentence, table, column, name);
    }

    // for a key the server names the columns only in the detail, in front of their values: "Key (email)=(...) exists"
    private static String column(ServerErrorMessage server) {
        Matcher key = KEY.matcher(server.getDetail() == null ? "" : server.getDetail());
        return server.getColumn() == null && key.lookingAt() ? key.group(1) : server.getColumn();
    }

    private static String said(SQLException error) {
        ServerErrorMessage server = error instanceof PSQLException e ? e.getServerErrorMessage() : null;
        return server == null
                ? error.getClass().getSimpleName() + " (SQLSTATE " + error.getSQLState() + ")"
                : server.getMessage() + " (SQLSTATE " + error.getSQLState() + ")";
    }
}
