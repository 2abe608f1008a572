package dev.aide.agent.baseline;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What stands in a baseline file: entries with their comments. Comments directly above an entry, and behind it, move with
 * it; those above the first blank line stay at the top, those below the last entry at the end. Immutable.
 */
public final class BaselineText {
    private static final String NEW_FILE = "# Findings that are known to aide: they neither print nor throw.\n"
            + "# One a line: rule, class#method, position, type found. More are recorded by aide.baseline.update=true.\n\n";

    private final String top;
    private final Map<BaselineEntry, Lines> entries;
    private final String end;

    private BaselineText(String top, Map<BaselineEntry, Lines> entries, String end) {
        this.top = top;
        this.entries = entries;
        this.end = end;
    }

    static BaselineText empty() {
        return new BaselineText(NEW_FILE, new TreeMap<BaselineEntry, Lines>(), "");
    }

    /**
     * Reads the lines of a file.
     *
     * @throws IllegalArgumentException if a line is no entry; the message names its number
     */
    static BaselineText parse(List<String> lines) {
        String top = "";
        StringBuilder above = new StringBuilder();
        Map<BaselineEntry, Lines> entries = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).trim();
            if (line.isEmpty() && entries.isEmpty()) {
                top += above.append('\n');
                above.setLength(0);
            } else if (line.isEmpty() || line.startsWith("#")) {
                above.append(line).append('\n');
            } else {
                BaselineEntry entry = entry(line, i + 1);
                if (!entries.containsKey(entry)) {
                    entries.put(entry, new Lines(above.toString(), line));
                    above.setLength(0);
                }
            }
        }
        return new BaselineText(top, entries, above.toString());
    }

    /** Returns the entries, sorted. */
    public Set<BaselineEntry> entries() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    /** Returns this text with more entries, each where it belongs. */
    BaselineText with(Collection<BaselineEntry> more) {
        Map<BaselineEntry, Lines> all = new TreeMap<>(entries);
        for (BaselineEntry entry : more) {
            if (!all.containsKey(entry)) {
                all.put(entry, new Lines("", entry.toString()));
            }
        }
        return new BaselineText(top, all, end);
    }

    /** Returns this text without some entries, and without the comments above and behind them. */
    BaselineText without(Collection<BaselineEntry> gone) {
        Map<BaselineEntry, Lines> left = new TreeMap<>(entries);
        left.keySet().removeAll(gone);
        return new BaselineText(top, left, end);
    }

    /** Returns what either lists; where both have comments on one entry, and at the top and end, this one's. */
    public BaselineText and(BaselineText other) {
        Map<BaselineEntry, Lines> all = new TreeMap<>(other.entries);
        all.putAll(entries);
        return new BaselineText(top, all, end);
    }

    /** Returns the lines of the file. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(top);
        for (Lines lines : entries.values()) {
            text.append(lines.above).append(lines.line).append('\n');
        }
        return text.append(end).toString();
    }

    private static BaselineEntry entry(String line, int number) {
        int comment = line.indexOf(" #");
        try {
            return BaselineEntry.parse(
                    comment < 0 ? line : line.substring(0, comment).trim());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
        }
    }

    private static final class Lines {
        final String above;
        final String line;

        Lines(String above, String line) {
            this.above = above;
            this.line = line;
        }
    }
}
