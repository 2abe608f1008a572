package dev.aide.store;

import java.security.ProtectionDomain;
import java.time.Instant;

/**
 * A transaction that is open now. Immutable.
 *
 * @param thread the name of the thread that opened it
 * @param since when
 * @param openedAt the first place outside this library on the way to it
 * @param writes whether it may write, and so on SQLite holds the one turn to write
 */
public record OpenTransaction(String thread, Instant since, String openedAt, boolean writes) {
    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    static OpenTransaction here(boolean writes) {
        ProtectionDomain library = OpenTransaction.class.getProtectionDomain();
        String place = STACK.walk(
                frames -> frames.filter(frame -> frame.getDeclaringClass().getProtectionDomain() != library
                                || !frame.getClassName().startsWith("dev.aide.store."))
                        .findFirst()
                        .map(frame -> frame.toStackTraceElement().toString())
                        .orElse("an unknown place"));
        return new OpenTransaction(Thread.currentThread().getName(), Instant.now(), place, writes);
    }

    @Override
    public String toString() {
        return "a " + (writes ? "transaction" : "snapshot") + " of thread '" + thread + "', open since " + since
                + ", opened at " + openedAt;
    }
}
