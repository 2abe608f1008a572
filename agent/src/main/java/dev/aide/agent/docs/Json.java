package dev.aide.agent.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON (RFC 8259) into maps, lists, strings, booleans, doubles and null. One instance reads one text once. */
final class Json {
    private static final int MOST_DEPTH = 100;

    private final String text;
    private int at;
    private int depth;

    private Json(String text) {
        this.text = text;
    }

    static Object read(String text) throws MalformedJson {
        Json json = new Json(text);
        Object value = json.value();
        json.skipBlanks();
        if (json.at < text.length()) {
            throw json.malformed("text after the end");
        }
        return value;
    }

    private Object value() throws MalformedJson {
        skipBlanks();
        switch (peek()) {
            case '{':
                return nested();
            case '[':
                return nested();
            case '"':
                return string();
            case 't':
                return literal("true", true);
            case 'f':
                return literal("false", false);
            case 'n':
                return literal("null", null);
            default:
                return number();
        }
    }

    private Object nested() throws MalformedJson {
        if (++depth > MOST_DEPTH) {
            throw malformed("more than " + MOST_DEPTH + " levels");
        }
        Object value = peek() == '{' ? object() : array();
        depth--;
        return value;
    }

    private Map<String, Object> object() throws MalformedJson {
        Map<String, Object> members = new LinkedHashMap<>();
        at++;
        skipBlanks();
        while (peek() != '}') {
            String name = string();
            skipBlanks();
            expect(':');
            members.put(name, value());
            separator('}');
        }
        at++;
        return members;
    }

    private List<Object> array() throws MalformedJson {
        List<Object> elements = new ArrayList<>();
        at++;
        skipBlanks();
        while (peek() != ']') {
            elements.add(value());
            separator(']');
        }
        at++;
        return elements;
    }

    /** Reads a comma with a value behind it, or stays before the end. */
    private void separator(char end) throws MalformedJson {
        skipBlanks();
        if (peek() != end) {
            expect(',');
            skipBlanks();
            if (peek() == end) {
                throw malformed("a comma before the end");
            }
        }
    }

    private String string() throws MalformedJson {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (peek() != '"') {
            char c = peek();
            at++;
            if (c < ' ') {
                throw malformed("a control character in a string");
            }
            string.append(c == '\\' ? escaped() : c);
        }
        at++;
        return string.toString();
    }

    private char escaped() throws MalformedJson {
        char c = peek();
        at++;
        int plain = "\"\\/bfnrt".indexOf(c);
        if (plain >= 0) {
            return "\"\\/\b\f\n\r\t".charAt(plain);
        }
        if (c != 'u') {
            throw malformed("an unknown escape");
        }
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0) {
                throw malformed("no hexadecimal digit");
            }
            code = 16 * code + digit;
            at++;
        }
        return (char) code;
    }

    private Object literal(String literal, Object value) throws MalformedJson {
        if (!text.startsWith(literal, at)) {
            throw malformed("an unknown word");
        }
        at += literal.length();
        return value;
    }

    private Double number() throws MalformedJson {
        int start = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            return Double.valueOf(text.substring(start, at));
        } catch (NumberFormatException e) {
            at = start;
            throw malformed("no value");
        }
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() throws MalformedJson {
        if (at >= text.length()) {
            throw malformed("the end");
        }
        return text.charAt(at);
    }

    private void expect(char wanted) throws MalformedJson {
        if (peek() != wanted) {
            throw malformed("no '" + wanted + "'");
        }
        at++;
    }

    private MalformedJson malformed(String problem) {
        return new MalformedJson(problem, at);
    }
}
