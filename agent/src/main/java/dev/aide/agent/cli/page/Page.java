package dev.aide.agent.cli.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A page of Markdown for a terminal: headings, paragraphs, lists, tables and code, as far as the pages on rules have them.
 * Immutable; safe for use by any thread.
 */
public final class Page {
    private static final String FENCE = "```";
    private static final int CODE_INDENT = 4;

    private final List<String> lines;

    Page(List<String> lines) {
        this.lines = new ArrayList<>(lines);
    }

    /**
     * Returns the page as text.
     *
     * @param width how many characters a line has at most; code keeps its lines
     * @param isStyled whether to set off headings and code by ANSI's codes
     */
    public String render(int width, boolean isStyled) {
        return new Renderer(width, isStyled).render();
    }

    static void indent(int columns, StringBuilder out) {
        for (int i = 0; i < columns; i++) {
            out.append(' ');
        }
    }

    /** Goes through the lines once. */
    private final class Renderer {
        private final int width;
        private final boolean isStyled;
        private final StringBuilder out = new StringBuilder();
        private int next;

        Renderer(int width, boolean isStyled) {
            this.width = width;
            this.isStyled = isStyled;
        }

        String render() {
            while (next < lines.size()) {
                String line = lines.get(next);
                if (line.isEmpty()) {
                    next++;
                    out.append('\n');
                } else if (line.startsWith(FENCE)) {
                    renderCode();
                } else if (line.startsWith("#")) {
                    next++;
                    String heading = line.substring(line.indexOf(' ') + 1);
                    out.append(StyledText.strong(heading).render(isStyled)).append('\n');
                } else if (line.startsWith("|")) {
                    renderTable();
                } else {
                    renderWords();
                }
            }
            return out.toString();
        }

        private void renderCode() {
            for (next++; next < lines.size() && !lines.get(next).startsWith(FENCE); next++) {
                String line = lines.get(next);
                indent(line.isEmpty() ? 0 : CODE_INDENT, out);
                out.append(StyledText.code(line).render(isStyled)).append('\n');
            }
            next++;
        }

        private void renderTable() {
            List<String> table = new ArrayList<>();
            for (; next < lines.size() && lines.get(next).startsWith("|"); next++) {
                table.add(lines.get(next));
            }
            Table.parse(table).render(width, isStyled, out);
        }

        /** Renders a paragraph, or an item of a list under its marker. */
        private void renderWords() {
            String first = lines.get(next++);
            int marker = markerLength(first);
            StringBuilder words = new StringBuilder(first.substring(marker));
            for (; next < lines.size() && continues(lines.get(next)); next++) {
                words.append(' ').append(lines.get(next).trim());
            }
            out.append(first, 0, marker);
            int owed = 0;
            for (StyledText line : StyledText.parse(words.toString()).wrap(width - marker)) {
                indent(owed, out);
                out.append(line.render(isStyled)).append('\n');
                owed = marker;
            }
        }

        private boolean continues(String line) {
            boolean isBlock = line.isEmpty() || line.startsWith(FENCE) || line.startsWith("#") || line.startsWith("|");
            return !isBlock && markerLength(line) == 0;
        }

        /** Returns how long the marker of a list's item is, {@code "- "} or {@code "1. "}; 0 where there is none. */
        private int markerLength(String line) {
            int end = 0;
            while (end < line.length() && Character.isDigit(line.charAt(end))) {
                end++;
            }
            boolean isNumber = end > 0 && line.startsWith(". ", end);
            return line.startsWith("- ") ? 2 : isNumber ? end + 2 : 0;
        }
    }
}
