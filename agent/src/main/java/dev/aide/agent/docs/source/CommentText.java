package dev.aide.agent.docs.source;

/** Takes the decoration off documentation comments. */
final class CommentText {
    private CommentText() {}

    /** Strips the blanks and stars that lines begin with, and the stars before the end. */
    static String ofStars(String body) {
        StringBuilder text = new StringBuilder(body.length());
        int start = 0;
        while (start <= body.length()) {
            int end = body.indexOf('\n', start);
            if (end < 0) {
                end = body.length();
            }
            int from = skip(body, start, end, ' ', '\t');
            from = skip(body, from, end, '*', '*');
            text.append(body, from, end).append('\n');
            start = end + 1;
        }
        int length = text.length();
        while (length > 0 && (text.charAt(length - 1) <= ' ' || text.charAt(length - 1) == '*')) {
            length--;
        }
        return text.substring(0, length);
    }

    private static int skip(String body, int from, int end, char one, char other) {
        int at = from;
        while (at < end && (body.charAt(at) == one || body.charAt(at) == other)) {
            at++;
        }
        return at;
    }
}
