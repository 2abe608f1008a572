package dev.aide.agent.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows of words in columns, each as wide as its widest word. Not safe for use by more than one thread. */
final class Columns {
    private static final String GAP = "  ";

    private final List<String[]> rows = new ArrayList<>();

    void add(String... row) {
        rows.add(row);
    }

    /** Returns the rows, one a line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            for (int i = 0; i < row.length - 1; i++) {
                text.append(row[i]);
                for (int missing = width(i) - row[i].length(); missing > 0; missing--) {
                    text.append(' ');
                }
                text.append(GAP);
            }
            text.append(row[row.length - 1]).append('\n');
        }
        return text.toString();
    }

    private int width(int column) {
        int width = 0;
        for (String[] row : rows) {
            width = Math.max(width, row.length > column ? row[column].length() : 0);
        }
        return width;
    }
}
