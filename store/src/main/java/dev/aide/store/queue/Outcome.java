package dev.aide.store.queue;

import java.time.Duration;

/** What a handler says of its task. Immutable. */
public sealed interface Outcome {

    /** The task is complete. */
    static Outcome done() {
        return new Done();
    }

    /** Not now: try again after the delay; the attempt is not counted. */
    static Outcome snooze(Duration delay) {
        return new Snooze(delay);
    }

    /** It did not work, for a reason that the handler knows: try again with backoff, while attempts are left. */
    static Outcome fail(String reason) {
        return new Fail(reason);
    }

    /** It never will work: the task is dead. */
    static Outcome discard(String reason) {
        return new Discard(reason);
    }

    /** See {@link #done}. */
    record Done() implements Outcome {}

    /** See {@link #snooze}. */
    record Snooze(Duration delay) implements Outcome {}

    /** See {@link #fail}. */
    record Fail(String reason) implements Outcome {}

    /** See {@link #discard}. */
    record Discard(String reason) implements Outcome {}
}
