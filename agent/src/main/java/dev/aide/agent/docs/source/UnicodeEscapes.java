package dev.aide.agent.docs.source;

/** Translates Unicode escapes, which Java does before anything else (JLS 3.3). */
final class UnicodeEscapes {
    private UnicodeEscapes() {}

    static String decode(String source) {
        if (!source.contains("\\u")) {
            return source;
        }
        StringBuilder decoded = new StringBuilder(source.length());
        int at = 0;
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c != '\\' || at + 1 == source.length()) {
                decoded.append(c);
                at++;
                continue;
            }
            int digits = endOfMarks(source, at + 1);
            int code = digits == at + 1 ? -1 : code(source, digits);
            if (code >= 0) {
                decoded.append((char) code);
                at = digits + 4;
            } else {
                // an escaped backslash: the second one begins no escape
                decoded.append(c).append(source.charAt(at + 1));
                at += 2;
            }
        }
        return decoded.toString();
    }

    private static int endOfMarks(String source, int from) {
        int end = from;
        while (end < source.length() && source.charAt(end) == 'u') {
            end++;
        }
        return end;
    }

    private static int code(String source, int from) {
        if (from + 4 > source.length()) {
            return -1;
        }
        int code = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = Character.digit(source.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            code = 16 * code + digit;
        }
        return code;
    }
}
