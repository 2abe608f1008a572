package dev.aide.client.sse;

import java.io.IOException;
import java.io.Reader;

/**
 * Reads lines that end in CR, LF or both, without waiting for the byte after a CR.
 *
 * <p>Not thread-safe.
 */
public final class EventLines {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Reader text;
    private final long maxLength;
    private boolean first = true;
    private boolean afterCarriageReturn;

    /**
     * Creates a reader of lines.
     *
     * @param text where they come from, buffered
     * @param maxLength how long a line may be
     */
    public EventLines(Reader text, long maxLength) {
        this.text = text;
        this.maxLength = maxLength;
    }

    /**
     * Reads the next whole line.
     *
     * @return the line, null at the end; what comes after the last line break is no line
     * @throws IOException if the stream breaks
     * @throws LineTooLongException if the line is longer than allowed
     */
    public String next() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = text.read(); c >= 0; c = text.read()) {
            boolean skip = (c == '\n' && afterCarriageReturn) || (first && c == BYTE_ORDER_MARK);
            first = false;
            afterCarriageReturn = c == '\r';
            if (skip) {
                continue;
            }
            if (c == '\n' || c == '\r') {
                return line.toString();
            }
            if (line.length() >= maxLength) {
                throw new LineTooLongException(maxLength);
            }
            line.append((char) c);
        }
        return null;
    }

    /**
     * Thrown when a line is longer than allowed.
     *
     * <p>Safe for use by any thread.
     */
    public static final class LineTooLongException extends IOException {
        LineTooLongException(long maxLength) {
            super("a line of the event stream is longer than " + maxLength + " characters");
        }
    }
}
