package com.acme.notes.account;

import java.util.Locale;

/**
 * Who says they are whom. Immutable.
 *
 * @param email the address of the account, in any case
 * @param password its password
 */
public record LogIn(String email, String password) {

    /** Takes the address as it is kept. */
    public LogIn {
        email = normal(email);
    }

    /** An address as it is kept: two that differ in case only are one. */
    static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** Shows no password. */
    @Override
    public String toString() {
        return "LogIn[email=" + email + "]";
    }
}
