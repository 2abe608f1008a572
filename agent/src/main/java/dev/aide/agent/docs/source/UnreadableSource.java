package dev.aide.agent.docs.source;

/** A source file that cannot be taken apart; the message says why, and at which line. */
public final class UnreadableSource extends Exception {
    UnreadableSource(String problem, int line) {
        super("line " + line + ": " + problem);
    }
}
