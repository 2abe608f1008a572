package dev.aide.agent.config;

/** What a rule does about a violation in one class. */
public enum Level {
    OFF,
    WARN,
    ENFORCE
}
