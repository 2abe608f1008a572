package com.acme.notes.room;

import java.time.Instant;

/**
 * What somebody has said in the room. Immutable.
 *
 * @param id its number; a later one is greater
 * @param author whose it is
 * @param name what they were called
 * @param text what they said
 * @param saidAt when
 */
public record Said(long id, long author, String name, String text, Instant saidAt) {}
