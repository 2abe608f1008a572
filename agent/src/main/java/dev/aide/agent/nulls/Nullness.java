package dev.aide.agent.nulls;

/** What is said of a place: that null is no value of it, that it is, or nothing. */
enum Nullness {
    NON_NULL,
    NULLABLE,
    UNSPECIFIED
}
