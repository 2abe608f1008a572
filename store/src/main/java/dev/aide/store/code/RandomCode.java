package dev.aide.store.code;

import java.security.SecureRandom;

/**
 * Codes from a cryptographic source of randomness, each character as likely as any other: {@code
 * RandomCode.digits(6).next()}.
 *
 * <p>How many there are decides how well they withstand guessing, see {@link #bits}: six digits (20 bits) need a limit on
 * tries; from 128 bits on, guessing is hopeless without one. Immutable, and safe for use by many threads.
 */
public final class RandomCode {
    private static final String DIGITS = "0123456789";
    // https://www.crockford.com/base32.html
    private static final String READABLE = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    // https://www.rfc-editor.org/rfc/rfc4648#section-5
    private static final String URL_SAFE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final int TOKEN_LENGTH = 43;

    private final SecureRandom random = new SecureRandom();
    private final String alphabet;
    private final int length;

    private RandomCode(String alphabet, int length) {
        this.alphabet = alphabet;
        this.length = length;
    }

    /** Codes of digits, for people to type: 3.3 bits a digit. */
    public static RandomCode digits(int length) {
        return of(DIGITS, length);
    }

    /** Codes of digits and capitals without I, L, O and U (Crockford's base 32), for people to read: 5 bits each. */
    public static RandomCode readable(int length) {
        return of(READABLE, length);
    }

    /** Codes of 43 characters and 258 bits that fit into a URL, for links and keys. */
    public static RandomCode token() {
        return of(URL_SAFE, TOKEN_LENGTH);
    }

    /**
     * Codes of characters of your own.
     *
     * @throws IllegalArgumentException if there are fewer than two characters, one is there twice, or the length is not
     *     positive
     */
    public static RandomCode of(String alphabet, int length) {
        if (length < 1) {
            throw new IllegalArgumentException("a code has 1 character or more, not " + length);
        }
        if (alphabet.length() < 2 || alphabet.chars().distinct().count() < alphabet.length()) {
            throw new IllegalArgumentException(
                    "an alphabet has 2 characters or more, each once, and '" + alphabet + "' has not");
        }
        return new RandomCode(alphabet, length);
    }

    /** The next code. */
    public String next() {
        return random.ints(length, 0, alphabet.length())
                .collect(StringBuilder::new, (code, i) -> code.append(alphabet.charAt(i)), StringBuilder::append)
                .toString();
    }

    /** How hard a code is to guess: somebody who tries needs 2 to the power of this many codes, half of it on average. */
    public double bits() {
        return length * Math.log(alphabet.length()) / Math.log(2);
    }
}
