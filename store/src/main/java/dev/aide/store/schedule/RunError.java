package dev.aide.store.schedule;

/**
 * A run that crashed, for the error hook. Immutable.
 *
 * @param name the schedule's name
 * @param kind {@code once}, {@code at}, {@code every} or {@code cron}
 * @param error what was thrown, in words
 * @param trace the stack trace
 */
public record RunError(String name, String kind, String error, String trace) {}
