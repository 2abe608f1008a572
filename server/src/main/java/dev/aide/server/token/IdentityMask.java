package dev.aide.server.token;

import java.time.Duration;

/**
 * Turns ids into words that tell nothing and last for a while, and back. A word is bound to its purpose: what was masked
 * for one is refused for another. The same id gives another word each time.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class IdentityMask {
    private final FernetKeys keys;
    private final String purpose;
    private final Duration lifetime;

    /**
     * Masks for one purpose.
     *
     * @param keys what encrypts
     * @param purpose what the words are for, such as {@code user-id}
     * @param lifetime how long a word is good
     * @throws IllegalArgumentException if the purpose is blank or has a line break
     */
    public IdentityMask(FernetKeys keys, String purpose, Duration lifetime) {
        if (purpose.isBlank() || purpose.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a mask's purpose is one line of text");
        }
        this.keys = keys;
        this.purpose = purpose;
        this.lifetime = lifetime;
    }

    /** Hides an id. */
    public String mask(String id) {
        return keys.encrypt(purpose + "\n" + id);
    }

    /**
     * Finds the id again.
     *
     * @throws TokenException if the word is no mask, is one for another purpose, or has expired
     */
    public String unmask(String word) {
        String text = keys.decrypt(word, lifetime);
        if (!text.startsWith(purpose + "\n")) {
            throw new TokenException("the mask is for another purpose");
        }
        return text.substring(purpose.length() + 1);
    }
}
