package dev.aide.server.socket.cluster;

/**
 * Where a user has sockets. Immutable.
 *
 * @param namespace the namespace
 * @param place {@link #ANYWHERE}, or that of a group
 * @param user the user; empty for nobody
 */
public record Seat(String namespace, String place, String user) {
    /** The namespace as a whole. */
    public static final String ANYWHERE = "anywhere";

    /** The place of a group. */
    public static String inGroup(String group) {
        return "in " + group;
    }
}
