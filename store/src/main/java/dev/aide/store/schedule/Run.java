package dev.aide.store.schedule;

import java.time.Instant;

/**
 * A run that was taken. Immutable.
 *
 * @param schedule of what
 * @param claim the number under which it was taken
 * @param next when the next one is due, or null
 */
record Run(Schedule schedule, long claim, Instant next) {}
