package dev.aide.server.admin;

/**
 * What became of a change. Immutable.
 *
 * @param message in words
 */
public record Done(String message) {}
