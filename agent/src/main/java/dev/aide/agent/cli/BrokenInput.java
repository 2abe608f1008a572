package dev.aide.agent.cli;

/** A file or a process that a command cannot work with; its message names it and says in one line what is wrong. */
final class BrokenInput extends Exception {
    BrokenInput(String message) {
        super(message);
    }

    BrokenInput(String message, Throwable cause) {
        super(message, cause);
    }
}
