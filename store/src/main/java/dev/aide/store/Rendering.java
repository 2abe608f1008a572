package dev.aide.store;

import dev.aide.store.sql.ColumnType;
import dev.aide.store.sql.Dialect;
import dev.aide.store.sql.FailureReason;
import dev.aide.store.sql.Identifier;
import dev.aide.store.sql.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One statement on one table while it is written: its SQL fragments, and the values bound so far. For one thread. */
final class Rendering {
    // quoted text is matched first, so that nothing inside it is taken for a path
    private static final Pattern PATH = Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|(\\w+)(?:::[\\w-]+)+");

    private final Table table;
    private final Dialect dialect;
    private final List<Object> arguments = new ArrayList<>();

    Rendering(Table table, Dialect dialect) {
        this.table = table;
        this.dialect = dialect;
    }

    List<Object> arguments() {
        return arguments;
    }

    /** A column or path as something to compare and sort by. */
    String comparable(String columnOrPath) {
        return JsonPath.isPath(columnOrPath) ? dialect.comparableAt(path(columnOrPath)) : column(columnOrPath);
    }

    /** A column or path as text. */
    String text(String columnOrPath) {
        return JsonPath.isPath(columnOrPath) ? dialect.textAt(path(columnOrPath)) : column(columnOrPath);
    }

    /** A column or path as a column of the result. */
    String selected(String columnOrPath) {
        return JsonPath.isPath(columnOrPath) ? dialect.jsonAt(path(columnOrPath)) : column(columnOrPath);
    }

    ColumnType type(String columnOrPath) {
        return JsonPath.isPath(columnOrPath) ? ColumnType.JSON : table.type(columnOrPath);
    }

    /** A parameter compared with a column or path. */
    String parameter(String columnOrPath, Object value) {
        if (JsonPath.isPath(columnOrPath)) {
            arguments.add(dialect.comparableValue(value));
            return dialect.comparableParameter();
        }
        return bind(table.bindable(columnOrPath, value));
    }

    String bind(Object bindable) {
        arguments.add(bindable);
        return "?";
    }

    void bindAll(List<Object> bindable) {
        arguments.addAll(bindable);
    }

    String order(String columnOrPath, boolean ascending) {
        return comparable(columnOrPath) + (ascending ? " ASC" : " DESC") + dialect.nullsSmallest(ascending);
    }

    /** The user's SQL with each path into a JSON column written as this database has it. */
    String withPaths(String sql) {
        Matcher matcher = PATH.matcher(sql);
        return matcher.replaceAll(match -> {
            String column = match.group(1);
            boolean path = column != null && table.has(column) && table.type(column) == ColumnType.JSON;
            return Matcher.quoteReplacement(path ? dialect.textAt(JsonPath.parse(match.group())) : match.group());
        });
    }

    private String column(String name) {
        table.type(name);
        return Identifier.quote(name);
    }

    private JsonPath path(String text) {
        JsonPath path = JsonPath.parse(text);
        if (table.type(path.column()) != ColumnType.JSON) {
            throw new StoreException(
                    FailureReason.STATEMENT,
                    table.name() + "." + path.column() + " is " + table.type(path.column()) + ", and the path " + text
                            + " needs a JSON column");
        }
        return path;
    }
}
