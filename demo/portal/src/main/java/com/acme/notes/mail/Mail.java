package com.acme.notes.mail;

/**
 * A mail to send. Immutable.
 *
 * @param to an address
 * @param subject one line of ASCII
 * @param text the rest
 */
public record Mail(String to, String subject, String text) {

    /** Refuses what would write other headers than these. */
    public Mail {
        if ((to + subject).chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a mail's address and subject are one line each");
        }
    }
}
