package dev.aide.agent.report.format;

import java.io.IOException;
import java.util.Collection;

/** Writes JSON (RFC 8259) piece by piece, indented; not safe for use by more than one thread. */
final class JsonText {
    private final Appendable out;
    private int depth;
    private boolean isFirst = true;
    private boolean isBehindName;

    JsonText(Appendable out) {
        this.out = out;
    }

    JsonText beginObject() throws IOException {
        return begin('{');
    }

    JsonText endObject() throws IOException {
        return end('}');
    }

    JsonText beginArray() throws IOException {
        return begin('[');
    }

    JsonText endArray() throws IOException {
        return end(']');
    }

    /** Writes the name of the value that comes next. */
    JsonText name(String name) throws IOException {
        separate();
        quote(name);
        out.append(": ");
        isBehindName = true;
        return this;
    }

    JsonText value(String text) throws IOException {
        separate();
        quote(text);
        return this;
    }

    JsonText value(long number) throws IOException {
        separate();
        out.append(Long.toString(number));
        return this;
    }

    JsonText value(boolean truth) throws IOException {
        separate();
        out.append(truth ? "true" : "false");
        return this;
    }

    JsonText member(String name, String text) throws IOException {
        return name(name).value(text);
    }

    JsonText member(String name, long number) throws IOException {
        return name(name).value(number);
    }

    JsonText member(String name, boolean truth) throws IOException {
        return name(name).value(truth);
    }

    JsonText member(String name, Collection<String> texts) throws IOException {
        name(name).beginArray();
        for (String text : texts) {
            value(text);
        }
        return endArray();
    }

    private JsonText begin(char bracket) throws IOException {
        separate();
        out.append(bracket);
        depth++;
        isFirst = true;
        return this;
    }

    private JsonText end(char bracket) throws IOException {
        depth--;
        if (!isFirst) {
            newLine();
        }
        out.append(bracket);
        isFirst = false;
        return this;
    }

    private void separate() throws IOException {
        if (isBehindName) {
            isBehindName = false;
            return;
        }
        if (!isFirst) {
            out.append(',');
        }
        isFirst = false;
        if (depth > 0) {
            newLine();
        }
    }

    private void newLine() throws IOException {
        out.append('\n');
        for (int i = 0; i < depth; i++) {
            out.append(' ');
        }
    }

    /** Escapes what JSON wants escaped, and what would end a script element or a line of JavaScript. */
    private void quote(String text) throws IOException {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c == '<' || c == '>' || c == '\u2028' || c == '\u2029' || isLoneSurrogate(text, i)) {
                String hex = Integer.toHexString(c);
                out.append("\\u").append("0000", 0, 4 - hex.length()).append(hex);
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    /** Tells whether UTF-8 has no way to write a character: names in class files may hold such. */
    private static boolean isLoneSurrogate(String text, int index) {
        char c = text.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return Character.isLowSurrogate(c) && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }
}
