package com.acme.notes.room;

/**
 * Somebody who may be in the room. Immutable.
 *
 * @param id their number
 * @param name what they are called
 * @param here whether they are here now
 */
public record Member(long id, String name, boolean here) {}
