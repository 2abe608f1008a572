package dev.aide;

/**
 * What every exception thrown by aide implements, whatever class it extends, so that a program can tell aide's refusals
 * from its own: {@code catch (RuntimeException e) { if (e instanceof Violation) … }}.
 *
 * <p>Instances are immutable and safe for use by any thread.
 */
public interface Violation {

    /**
     * Returns the id of the rule that was broken first, such as {@code types.argument}.
     *
     * @return the rule's id, never null
     */
    String rule();

    /**
     * Returns the id under which reports have the finding that was enforced first: for a log, or for an answer that must
     * not tell the names of classes. It is the same in every JVM that runs the same classes.
     *
     * @return 16 hex digits, never null
     */
    String finding();

    /**
     * Returns the full block as it was reported: what was called, each position that does not fit, and the caller.
     *
     * @return several lines, bounded in length, never null
     */
    String getMessage();
}
