package com.acme.shop.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

public class Report {
    private final List<Section> sections = new ArrayList<Section>();

    /** A heading and its rows, in the order in which they were asked for. */
    public class Section {
        private final String title;
        private final List<String> rows;

        private Section(String title, List<String> rows) {
            this.title = title;
            this.rows = rows;
            sections.add(this);
        }

        public Section row(String format, Object... values) {
            rows.add(String.format(Locale.ROOT, format, values));
            return this;
        }

        public <T> Section rows(Collection<? extends T> items, Function<? super T, String> text) {
            for (T item : items) {
                rows.add(text.apply(item));
            }
            return this;
        }

        public Section table(Map<String, ?> values) {
            for (Map.Entry<String, ?> entry : values.entrySet()) {
                row("%-22s %s", entry.getKey(), entry.getValue());
            }
            return this;
        }
    }

    public Section section(String title) {
        return new Section(title, new ArrayList<String>());
    }

    public String print() {
        StringBuilder out = new StringBuilder("ACME Foods, nightly close 2014-03-31\n");
        for (Section section : sections) {
            out.append('\n').append(section.title).append('\n');
            for (String row : section.rows) {
                out.append("  ").append(row).append('\n');
            }
        }
        return out.toString();
    }
}
