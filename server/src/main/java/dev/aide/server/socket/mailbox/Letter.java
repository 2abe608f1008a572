package dev.aide.server.socket.mailbox;

/**
 * An event that is kept for one user. Immutable.
 *
 * @param number its place among those that are kept; 0 before it is
 * @param id the message's id, by which a client knows it again; the same for all users that it goes to
 * @param user whom it is for
 * @param event the event as text
 * @param expiresAt when it is given up, in milliseconds since 1970
 */
public record Letter(long number, String id, String user, String event, long expiresAt) {

    Letter numbered(long place) {
        return new Letter(place, id, user, event, expiresAt);
    }
}
