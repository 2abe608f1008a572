package dev.aide.server.answer;

import dev.aide.server.http.Headers;

/**
 * What is sent. Immutable.
 *
 * @param status the status
 * @param headers the headers
 * @param content what it carries
 */
public record Answer(int status, Headers headers, Content content) {
    static final Content NOTHING = new Content.Bytes(new byte[0]);

    /** An answer that carries nothing. */
    public static Answer empty(int status, Headers headers) {
        return new Answer(status, headers, NOTHING);
    }

    /** The same answer with these headers too. */
    public Answer with(Headers others) {
        return new Answer(status, headers.and(others), content);
    }
}
