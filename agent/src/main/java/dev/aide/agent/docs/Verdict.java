package dev.aide.agent.docs;

/** What is known of a method's documentation. */
public enum Verdict {
    DOCUMENTED,
    MISSING,
    /** No source of documentation has the class, or none has the method as the class file has it. */
    UNKNOWN
}
