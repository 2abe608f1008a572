package dev.aide.store.sql;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlite.SQLiteException;

/** What SQLite's result codes mean (https://sqlite.org/rescode.html). Stateless. */
final class SqliteFailures {
    private static final Pattern DETAIL = Pattern.compile("constraint failed: ([^)]*)\\)?$");
    private static final Pattern SAID = Pattern.compile("\\(([^\\[]*)\\)$");

    private SqliteFailures() {}

    static Failure explain(SQLException error) {
        // the low byte is the primary code, the rest says more
        int code = error.getErrorCode() & 0xff;
        return switch (code) {
            case 19 -> constraint(error);
            case 20 -> Failure.of(FailureReason.TYPE, "a value does not fit its column");
            case 5, 6 -> Failure.of(FailureReason.LOCKED, "the database is locked");
            case 13 ->
                Failure.of(
                        FailureReason.FULL,
                        "no space is left on the device: nothing of this transaction was written, and what was committed"
                                + " before is there; free some space and try again");
            case 8 ->
                Failure.of(
                        FailureReason.READ_ONLY,
                        "the database file or its directory is read-only: SQLite needs to write the file and, beside it,"
                                + " -wal and -shm");
            case 14 ->
                Failure.of(
                        FailureReason.READ_ONLY,
                        "the database file cannot be opened: see that its directory exists and that this user may write"
                                + " there");
            case 11, 26 ->
                Failure.of(
                        FailureReason.DAMAGED,
                        "the file is no SQLite database or is damaged; it was left as it is: restore a backup, or try"
                                + " sqlite3's .recover on a copy");
            case 10 -> Failure.of(FailureReason.OTHER, "the disk reported an error (" + said(error) + ")");
            case 1 -> Failure.of(FailureReason.STATEMENT, said(error));
            default -> Failure.of(FailureReason.OTHER, said(error));
        };
    }

    private static Failure constraint(SQLException error) {
        Matcher detail = DETAIL.matcher(error.getMessage());
        String what = detail.find() ? detail.group(1) : null;
        String kind = error instanceof SQLiteException e ? e.getResultCode().name() : "";
        return switch (kind) {
            case "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY", "SQLITE_CONSTRAINT_ROWID" ->
                place(what, "must be unique and the value is there already");
            case "SQLITE_CONSTRAINT_NOTNULL" -> place(what, "must not be null");
            case "SQLITE_CONSTRAINT_CHECK" ->
                new Failure(FailureReason.CONSTRAINT, "the check " + what + " does not hold", null, null, what);
            case "SQLITE_CONSTRAINT_FOREIGNKEY" ->
                Failure.of(
                        FailureReason.CONSTRAINT,
                        "a foreign key names a row that is not there, or that is still in use");
            default -> new Failure(FailureReason.CONSTRAINT, "a constraint does not hold: " + what, null, null, what);
        };
    }

    // "users.email" or "users.first, users.last"; an expression index is "index 'name'"
    private static Failure place(String what, String rule) {
        if (what == null || what.startsWith("index ")) {
            String index =
                    what == null ? null : what.substring("index ".length()).replace("'", "");
            return new Failure(FailureReason.CONSTRAINT, "index " + index + " " + rule, null, null, index);
        }
        String table = what.substring(0, what.indexOf('.'));
        String column = what.replace(table + ".", "");
        return new Failure(FailureReason.CONSTRAINT, table + "." + column + " " + rule, table, column, null);
    }

    private static String said(SQLException error) {
        Matcher said = SAID.matcher(error.getMessage());
        return said.find() ? said.group(1) : error.getMessage();
    }
}
