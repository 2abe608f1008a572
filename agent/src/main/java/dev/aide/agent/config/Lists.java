package dev.aide.agent.config;

import java.util.ArrayList;
import java.util.List;

/** Lists as settings write them, split by hand since a regular expression costs milliseconds before main. */
final class Lists {
    private Lists() {}

    static List<String> split(String value, char separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (start <= value.length()) {
            int end = value.indexOf(separator, start);
            if (end < 0) {
                end = value.length();
            }
            String part = value.substring(start, end).trim();
            if (!part.isEmpty()) {
                parts.add(part);
            }
            start = end + 1;
        }
        return parts;
    }

    static String join(Iterable<?> parts) {
        StringBuilder joined = new StringBuilder();
        for (Object part : parts) {
            joined.append(joined.length() == 0 ? "" : ", ").append(part);
        }
        return joined.toString();
    }
}
