package dev.aide.server.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What came back on a connection until it was closed. Immutable.
 *
 * @param text each byte a character
 * @param isWhole whether the connection was closed in time
 */
record Reply(String text, boolean isWhole) {
    private static final Pattern STATUS = Pattern.compile("(?m)^HTTP/1\\.[01] (\\d{3})");
    private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]+)\r\n");

    /** The statuses of all answers; those before an answer (1xx) are left out. */
    List<Integer> statuses() {
        return STATUS.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(line -> Integer.parseInt(line.substring(line.length() - 3)))
                .filter(status -> status >= 200)
                .toList();
    }

    int status() {
        return statuses().get(0);
    }

    private String answer() {
        String rest = text;
        while (rest.startsWith("HTTP/1.1 1")) {
            rest = rest.substring(rest.indexOf("\r\n\r\n") + 4);
        }
        return rest;
    }

    Optional<String> header(String name) {
        String answer = answer();
        String head = answer.substring(0, Math.max(0, answer.indexOf("\r\n\r\n")));
        return head.lines()
                .skip(1)
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    private String rawBody() {
        String answer = answer();
        int end = answer.indexOf("\r\n\r\n");
        return end < 0 ? "" : answer.substring(end + 4);
    }

    boolean hasBody() {
        return !rawBody().isEmpty();
    }

    /**
     * The body, in UTF-8.
     *
     * @throws IllegalStateException if it is not framed as its headers say
     */
    String body() {
        String raw = rawBody();
        if (header("Transfer-Encoding").isPresent()) {
            raw = unchunked(raw);
        } else if (raw.length()
                != header("Content-Length").map(Integer::parseInt).orElse(raw.length())) {
            throw new IllegalStateException("Content-Length is "
                    + header("Content-Length").orElse("") + ", and " + raw.length() + " bytes came");
        }
        return new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static String unchunked(String raw) {
        StringBuilder body = new StringBuilder();
        int at = 0;
        while (true) {
            var size = CHUNK.matcher(raw).region(at, raw.length());
            if (!size.lookingAt()) {
                throw new IllegalStateException("a chunk has no size");
            }
            int length = Integer.parseInt(size.group(1), 16);
            if (length == 0) {
                return body.toString();
            }
            body.append(raw, size.end(), size.end() + length);
            at = size.end() + length + 2;
        }
    }
}
