package dev.aide.agent.docs.source;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The tokens of a source file, with a place in them. */
final class Tokens {
    enum Kind {
        WORD,
        SYMBOL,
        LITERAL
    }

    private final String text;
    private final Map<Integer, String> comments = new HashMap<>();
    private Kind[] kinds = new Kind[256];
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private int size;
    private int at;

    Tokens(String text) {
        this.text = text;
    }

    /** Adds a token with the documentation comment before it, or null. */
    void add(Kind kind, int start, int end, String comment) {
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, 2 * size);
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
        }
        if (comment != null) {
            comments.put(size, comment);
        }
        kinds[size] = kind;
        starts[size] = start;
        ends[size] = end;
        size++;
    }

    boolean isAtEnd() {
        return at >= size;
    }

    boolean is(char symbol) {
        return is(0, symbol);
    }

    boolean is(int ahead, char symbol) {
        int index = at + ahead;
        return index < size && kinds[index] == Kind.SYMBOL && text.charAt(starts[index]) == symbol;
    }

    boolean isWord() {
        return isWord(0);
    }

    boolean isWord(int ahead) {
        return at + ahead < size && kinds[at + ahead] == Kind.WORD;
    }

    boolean is(String word) {
        return is(0, word);
    }

    boolean is(int ahead, String word) {
        return isWord(ahead)
                && ends[at + ahead] - starts[at + ahead] == word.length()
                && text.startsWith(word, starts[at + ahead]);
    }

    boolean isAnnotationType() {
        return is('@') && is(1, "interface");
    }

    /** Returns the documentation comment right before this token, or null. */
    String comment() {
        return comments.get(at);
    }

    void advance() throws UnreadableSource {
        if (isAtEnd()) {
            throw unexpected("more");
        }
        at++;
    }

    String word() throws UnreadableSource {
        if (!isWord()) {
            throw unexpected("a name");
        }
        at++;
        return text.substring(starts[at - 1], ends[at - 1]);
    }

    boolean isOneOf(Set<String> words) {
        return isWord() && words.contains(text.substring(starts[at], ends[at]));
    }

    void expect(char symbol) throws UnreadableSource {
        if (!is(symbol)) {
            throw unexpected("'" + symbol + "'");
        }
        at++;
    }

    /** Skips one token, or all that its bracket holds. */
    void skip() throws UnreadableSource {
        if (is('(') || is('[') || is('{')) {
            skipBrackets();
        } else if (is(')') || is(']') || is('}')) {
            throw unexpected("the rest of a declaration");
        } else {
            advance();
        }
    }

    /** Skips from the bracket here to behind the one that closes it. */
    void skipBrackets() throws UnreadableSource {
        int open = at;
        int depth = 0;
        do {
            if (isAtEnd()) {
                at = open;
                throw problem("'" + text.charAt(starts[at]) + "' is never closed");
            }
            if (is('(') || is('[') || is('{')) {
                depth++;
            } else if (is(')') || is(']') || is('}')) {
                depth--;
            }
            at++;
        } while (depth > 0);
    }

    UnreadableSource problem(String problem) {
        return new UnreadableSource(problem, line(isAtEnd() ? text.length() : starts[at]));
    }

    UnreadableSource unexpected(String wanted) {
        if (isAtEnd()) {
            return problem("the file ends where " + wanted + " should follow");
        }
        return problem("'" + text.substring(starts[at], ends[at]) + "' stands where " + wanted + " should");
    }

    int line(int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
        return line;
    }
}
