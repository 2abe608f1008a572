package com.acme.notes.note;

/**
 * What somebody writes. Immutable.
 *
 * @param title one line
 * @param text as many lines as they like
 */
public record NoteText(String title, String text) {
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_TEXT = 20_000;

    /** Refuses what is empty or too long. */
    public NoteText {
        title = title.strip();
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw new IllegalArgumentException("a title has from 1 to " + LONGEST_TITLE + " characters");
        }
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("a note has at most " + LONGEST_TEXT + " characters");
        }
    }
}
