package dev.aide.agent.type;

/**
 * Keeps a thread from resolving types while it does so already: a class loader that is itself woven would ask for its own
 * arguments' types for ever.
 */
public final class Resolving {
    private final ThreadLocal<Boolean> busy = new ThreadLocal<>();

    /** Begins, or answers false where this thread is at it already; only after true follows {@link #end()}. */
    public boolean begin() {
        if (busy.get() != null) {
            return false;
        }
        busy.set(Boolean.TRUE);
        return true;
    }

    /** Ends what {@link #begin()} began. */
    public void end() {
        busy.remove();
    }
}
