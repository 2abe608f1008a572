package com.acme.notes.webhook;

/**
 * What the other service is told. Immutable.
 *
 * @param owner whose note it is
 * @param note its number
 * @param title its title
 */
public record NoteAdded(long owner, long note, String title) {}
