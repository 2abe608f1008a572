package com.acme.notes.note;

import java.time.Instant;

/**
 * A note. Immutable.
 *
 * @param id its number
 * @param title one line
 * @param text the rest
 * @param changedAt when it was written, or changed last
 */
public record Note(long id, String title, String text, Instant changedAt) {}
