package dev.aide.store;

import dev.aide.store.sql.Dialect;
import dev.aide.store.sql.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The columns and constraints of a table as the user wrote them. Immutable. */
final class TableText {
    private static final Set<String> CONSTRAINTS = Set.of("PRIMARY", "UNIQUE", "CHECK", "FOREIGN", "CONSTRAINT");

    private final String name;
    private final Map<String, String> columns = new LinkedHashMap<>();
    private final List<String> constraints = new ArrayList<>();

    TableText(String name, String text) {
        this.name = name;
        Identifier.quote(name);
        for (String item : items(text)) {
            String word = item.split("[\\s(]", 2)[0];
            if (CONSTRAINTS.contains(word.toUpperCase(Locale.ROOT))) {
                constraints.add(item);
            } else {
                addColumn(unquoted(word), item.substring(word.length()).strip(), item);
            }
        }
    }

    private void addColumn(String column, String type, String item) {
        Identifier.quote(column);
        if (type.isEmpty()) {
            throw new IllegalArgumentException(
                    "column '" + item + "' of table " + name + " has no type: write, for example, " + column + " TEXT");
        }
        if (columns.put(column, type) != null) {
            throw new IllegalArgumentException("table " + name + " has column '" + column + "' twice");
        }
    }

    private static String unquoted(String word) {
        return word.startsWith("\"") && word.endsWith("\"") && word.length() > 2
                ? word.substring(1, word.length() - 1)
                : word;
    }

    // splits at the commas that stand neither in parentheses nor in quotes
    private static List<String> items(String text) {
        List<String> items = new ArrayList<>();
        int depth = 0;
        char quote = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (c == ',' && depth == 0) {
                items.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        items.add(text.substring(start).strip());
        return items;
    }

    String name() {
        return name;
    }

    Map<String, String> columns() {
        return columns;
    }

    String creation(Dialect dialect) {
        List<String> parts = new ArrayList<>();
        columns.keySet().forEach(column -> parts.add(column(column, dialect)));
        parts.addAll(constraints);
        return "CREATE TABLE " + Identifier.quote(name) + " (" + String.join(", ", parts) + ")";
    }

    String addition(String column, Dialect dialect) {
        return "ALTER TABLE " + Identifier.quote(name) + " ADD COLUMN " + column(column, dialect);
    }

    private String column(String column, Dialect dialect) {
        try {
            return Identifier.quote(column) + " " + dialect.declaration(columns.get(column));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("column '" + column + "' of table " + name + ": " + e.getMessage(), e);
        }
    }
}
