package dev.aide.server.socket.cluster;

/**
 * What a node tells the others. Immutable.
 *
 * @param kind what it is
 * @param namespace the namespace that it is about
 * @param target a user or a group, or empty
 * @param text an event as text, or what else the kind needs
 */
public record Command(Kind kind, String namespace, String target, String text) {

    /** What a command is. */
    public enum Kind {
        /** An event for all sockets. */
        SEND_TO_ALL,
        /** An event for a user's sockets. */
        SEND_TO_USER,
        /** An event for the sockets in a group. */
        SEND_TO_GROUP,
        /** A user is to be disconnected. */
        DISCONNECT,
        /** A user's groups have changed. */
        GROUPS_CHANGED,
        /** A message is kept for a user. */
        KEPT,
        /** A message for a user has been acknowledged; its id is the text. */
        DELIVERED,
        /** A message for a user has expired; its id is the text. */
        EXPIRED
    }
}
