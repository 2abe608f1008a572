package dev.aide.agent.docs.source;

import dev.aide.agent.docs.source.Tokens.Kind;

/** Cuts a source file into tokens (JLS 3); operators come out character by character, which is enough to skip them. */
final class Lexer {
    private final String text;
    private final Tokens tokens;
    private int at;
    private String comment;

    private Lexer(String text) {
        this.text = text;
        this.tokens = new Tokens(text);
    }

    static Tokens tokens(String source) throws UnreadableSource {
        Lexer lexer = new Lexer(UnicodeEscapes.decode(source));
        while (lexer.at < lexer.text.length()) {
            lexer.step();
        }
        return lexer.tokens;
    }

    private void step() throws UnreadableSource {
        char c = text.charAt(at);
        if (c == '/' && (follows("//") || follows("/*"))) {
            comment();
        } else if (Character.isJavaIdentifierStart(Character.codePointAt(text, at))) {
            add(Kind.WORD, endOfWord());
        } else if (c >= '0' && c <= '9') {
            add(Kind.LITERAL, endOfNumber());
        } else if (follows("\"\"\"")) {
            add(Kind.LITERAL, endOfTextBlock());
        } else if (c == '"' || c == '\'') {
            add(Kind.LITERAL, endOfQuoted(c));
        } else if (c <= ' ' || c == '\uFEFF') {
            at++;
        } else {
            add(Kind.SYMBOL, at + 1);
        }
    }

    private void add(Kind kind, int end) {
        tokens.add(kind, at, end, comment);
        comment = null;
        at = end;
    }

    private void comment() throws UnreadableSource {
        if (isMarkdown(at)) {
            markdown();
        } else if (follows("//")) {
            at = endOfLine(at);
        } else {
            int end = text.indexOf("*/", at + 2);
            if (end < 0) {
                throw unclosed("the comment");
            }
            if (follows("/**") && end > at + 2) {
                comment = CommentText.ofStars(text.substring(at + 3, end));
            }
            at = end + 2;
        }
    }

    /** Reads a run of {@code ///} lines as one comment (JEP 467). */
    private void markdown() {
        StringBuilder run = new StringBuilder();
        int line = at;
        while (isMarkdown(line)) {
            at = endOfLine(line);
            run.append(text, line + 3, at).append('\n');
            line = startOfNextLine(at);
        }
        if (!run.toString().trim().isEmpty()) {
            comment = run.toString();
        }
    }

    /** Four slashes and more make banners, which are older than Markdown comments. */
    private boolean isMarkdown(int position) {
        return text.startsWith("///", position) && !text.startsWith("////", position);
    }

    private boolean isNewLine(int position) {
        return text.charAt(position) == '\n' || text.charAt(position) == '\r';
    }

    /** Returns where the next line's first character is that is no blank. */
    private int startOfNextLine(int endOfLine) {
        int start = endOfLine + (text.startsWith("\r\n", endOfLine) ? 2 : 1);
        while (start < text.length() && (text.charAt(start) == ' ' || text.charAt(start) == '\t')) {
            start++;
        }
        return start;
    }

    private int endOfLine(int from) {
        int end = from;
        while (end < text.length() && !isNewLine(end)) {
            end++;
        }
        return end;
    }

    private int endOfWord() {
        int end = at;
        while (end < text.length() && Character.isJavaIdentifierPart(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    /** Takes a sign after an exponent for an operator: nobody minds. */
    private int endOfNumber() {
        int end = at;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end)) || "._".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    private int endOfTextBlock() throws UnreadableSource {
        int end = at + 3;
        while (!text.startsWith("\"\"\"", end)) {
            end += end < text.length() && text.charAt(end) == '\\' ? 2 : 1;
            if (end >= text.length()) {
                throw unclosed("the text block");
            }
        }
        return end + 3;
    }

    private int endOfQuoted(char quote) throws UnreadableSource {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != quote && !isNewLine(end)) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= text.length() || isNewLine(end)) {
            throw unclosed(quote == '"' ? "the string" : "the character");
        }
        return end + 1;
    }

    private boolean follows(String expected) {
        return text.startsWith(expected, at);
    }

    private UnreadableSource unclosed(String what) {
        return new UnreadableSource(what + " is never closed", tokens.line(at));
    }
}
