package dev.aide.agent.cli.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table of a page, whose first row is its head. Immutable. */
final class Table {
    private static final int GAP = 2;

    private final List<List<StyledText>> rows;
    private final int columns;

    private Table(List<List<StyledText>> rows, int columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /** Reads the lines of a Markdown table, each with a bar at both ends; the second draws a line. */
    static Table parse(List<String> lines) {
        List<List<StyledText>> rows = new ArrayList<>();
        int columns = 0;
        for (String line : lines) {
            if (!line.startsWith("|--")) {
                String cells = line.substring(1, line.lastIndexOf('|'));
                List<StyledText> row = new ArrayList<>();
                for (String cell : cells.split("\\|", -1)) {
                    row.add(
                            rows.isEmpty()
                                    ? StyledText.strong(cell.trim().replace("`", ""))
                                    : StyledText.parse(cell.trim()));
                }
                rows.add(row);
                columns = Math.max(columns, row.size());
            }
        }
        return new Table(rows, columns);
    }

    /** Appends the rows; cells are wrapped so that they fit, as far as words let them. */
    void render(int width, boolean isStyled, StringBuilder out) {
        int[] widths = widths(width);
        for (List<StyledText> row : rows) {
            List<List<StyledText>> cells = new ArrayList<>();
            int height = 1;
            for (int i = 0; i < row.size(); i++) {
                cells.add(row.get(i).wrap(widths[i]));
                height = Math.max(height, cells.get(i).size());
            }
            for (int line = 0; line < height; line++) {
                appendLine(cells, line, widths, isStyled, out);
            }
        }
    }

    private static void appendLine(
            List<List<StyledText>> cells, int line, int[] widths, boolean isStyled, StringBuilder out) {
        int owed = 0;
        for (int i = 0; i < cells.size(); i++) {
            List<StyledText> cell = cells.get(i);
            if (line < cell.size() && cell.get(line).length() > 0) {
                Page.indent(owed, out);
                out.append(cell.get(line).render(isStyled));
                owed = widths[i] - cell.get(line).length() + GAP;
            } else {
                owed += widths[i] + GAP;
            }
        }
        out.append('\n');
    }

    /** Takes from the widest column again and again until all fit, or none can give any more. */
    private int[] widths(int most) {
        int[] widths = new int[columns];
        int[] least = new int[columns];
        for (List<StyledText> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
                least[i] = Math.max(least[i], row.get(i).longestWord());
            }
        }
        int room = most - GAP * (columns - 1);
        while (Arrays.stream(widths).sum() > room) {
            int widest = -1;
            for (int i = 0; i < columns; i++) {
                if (widths[i] > least[i] && (widest < 0 || widths[i] > widths[widest])) {
                    widest = i;
                }
            }
            if (widest < 0) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }
}
