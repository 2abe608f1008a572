package com.acme.notes.account;

import java.util.regex.Pattern;

/**
 * What somebody says to get an account. Immutable.
 *
 * @param name what they want to be called
 * @param email where mails go, and what they log in with
 * @param password what nobody else knows
 */
public record SignUp(String name, String email, String password) {
    // what RFC 5321 allows is more; what arrives looks like this
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;:\"]{1,64}@[^\\s@<>,;:\"]{1,180}");
    private static final int LONGEST_NAME = 60;
    private static final int SHORTEST_PASSWORD = 10;
    private static final int LONGEST_PASSWORD = 200;

    /** Refuses what is no name, no address, or too easy to guess. */
    public SignUp {
        name = name.strip();
        email = LogIn.normal(email);
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a name has from 1 to " + LONGEST_NAME + " characters in one line");
        }
        if (!EMAIL.matcher(email).matches()) {
            throw new IllegalArgumentException("that is no mail address; one looks like ada@example.org");
        }
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            throw new IllegalArgumentException(
                    "a password has from " + SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD + " characters");
        }
    }

    /** Shows no password. */
    @Override
    public String toString() {
        return "SignUp[name=" + name + ", email=" + email + "]";
    }
}
