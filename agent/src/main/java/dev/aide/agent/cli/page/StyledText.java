package dev.aide.agent.cli.page;

import java.util.ArrayList;
import java.util.List;

/** Words of a page, each character of them plain, strong or code. Immutable. */
final class StyledText {
    private static final char PLAIN = 'p';
    private static final char STRONG = 's';
    private static final char CODE = 'c';
    private static final String RESET = "\u001b[0m";

    private final String text;
    /** A style for each character. */
    private final String styles;

    private StyledText(String text, String styles) {
        this.text = text;
        this.styles = styles;
    }

    /** Reads a line of Markdown: {@code **strong**}, {@code *emphasis*}, code in backticks, links. */
    static StyledText parse(String markdown) {
        return new Reader(markdown).read();
    }

    static StyledText strong(String text) {
        return inStyle(text, STRONG);
    }

    static StyledText code(String text) {
        return inStyle(text, CODE);
    }

    int length() {
        return text.length();
    }

    /** Returns the width of the longest word: narrower, and it sticks out. */
    int longestWord() {
        int longest = 0;
        for (String word : text.split(" ", -1)) {
            longest = Math.max(longest, word.length());
        }
        return longest;
    }

    /** Breaks this at blanks into lines of this many characters at most, as far as words are no longer than that. */
    List<StyledText> wrap(int width) {
        List<StyledText> lines = new ArrayList<>();
        int start = 0;
        while (text.length() - start > width) {
            int end = text.lastIndexOf(' ', start + width);
            if (end <= start) {
                end = text.indexOf(' ', start);
            }
            if (end < 0) {
                break;
            }
            lines.add(part(start, end));
            start = end + 1;
        }
        lines.add(part(start, text.length()));
        return lines;
    }

    /** Returns the characters, with ANSI's codes of their styles if asked for. */
    String render(boolean isStyled) {
        if (!isStyled) {
            return text;
        }
        StringBuilder rendered = new StringBuilder();
        char style = PLAIN;
        for (int i = 0; i < text.length(); i++) {
            if (styles.charAt(i) != style) {
                rendered.append(style == PLAIN ? "" : RESET);
                style = styles.charAt(i);
                rendered.append(start(style));
            }
            rendered.append(text.charAt(i));
        }
        return rendered.append(style == PLAIN ? "" : RESET).toString();
    }

    private StyledText part(int start, int end) {
        return new StyledText(text.substring(start, end), styles.substring(start, end));
    }

    private static StyledText inStyle(String text, char style) {
        StringBuilder styles = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            styles.append(style);
        }
        return new StyledText(text, styles.toString());
    }

    private static String start(char style) {
        return style == STRONG ? "\u001b[1m" : style == CODE ? "\u001b[36m" : "";
    }

    /** Reads Markdown from left to right; for one line. */
    private static final class Reader {
        private final String markdown;
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder styles = new StringBuilder();
        private boolean isStrong;
        private boolean isCode;

        Reader(String markdown) {
            this.markdown = markdown;
        }

        StyledText read() {
            int at = 0;
            while (at < markdown.length()) {
                at += step(at);
            }
            return new StyledText(text.toString(), styles.toString());
        }

        /** Takes what stands here and returns its length. */
        private int step(int at) {
            char c = markdown.charAt(at);
            if (c == '`') {
                isCode = !isCode;
                return 1;
            }
            if (!isCode && markdown.startsWith("**", at)) {
                isStrong = !isStrong;
                return 2;
            }
            if (!isCode && c == '*') {
                return 1;
            }
            int textEnd = isCode || c != '[' ? -1 : markdown.indexOf("](", at);
            int linkEnd = textEnd < 0 ? -1 : markdown.indexOf(')', textEnd);
            if (linkEnd >= 0) {
                appendLink(markdown.substring(at + 1, textEnd), markdown.substring(textEnd + 2, linkEnd));
                return linkEnd + 1 - at;
            }
            append(c);
            return 1;
        }

        /** Where a link leads is of use outside of these pages only. */
        private void appendLink(String words, String target) {
            String shown = target.startsWith("http") ? words + " (" + target + ")" : words;
            for (int i = 0; i < shown.length(); i++) {
                append(shown.charAt(i));
            }
        }

        private void append(char c) {
            text.append(c);
            styles.append(isCode ? CODE : isStrong ? STRONG : PLAIN);
        }
    }
}
