package dev.aide.server.admin;

/**
 * Asks to disconnect the sockets of a user. Immutable.
 *
 * @param namespace in which namespace
 * @param user the user's id
 */
public record Disconnect(String namespace, String user) {}
