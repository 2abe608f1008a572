package com.acme.notes.webhook;

import java.util.UUID;

/**
 * What the other service is told. Immutable.
 *
 * @param event tells this event from all others; a note's number may be given again when the note is deleted
 * @param owner whose note it is
 * @param note its number
 * @param title its title
 */
public record NoteAdded(UUID event, long owner, long note, String title) {}
