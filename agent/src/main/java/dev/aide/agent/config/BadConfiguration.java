package dev.aide.agent.config;

/** A setting that cannot be meant as written; its message says what, where, and what would be right. */
public final class BadConfiguration extends Exception {
    public BadConfiguration(String message) {
        super(message);
    }
}
