package com.acme.notes.room;

import java.util.List;

/**
 * What somebody is told who comes in. Immutable.
 *
 * @param you their own number
 * @param messages what was said last, the oldest first
 * @param readUpTo the number of the last message that they have read before; 0 for none
 */
public record Welcome(long you, List<Said> messages, long readUpTo) {}
