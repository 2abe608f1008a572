package dev.aide.agent.report;

import dev.aide.agent.config.Level;

/** Where each violation is told that is the first of its kind; safe for use by any thread. */
public interface ViolationLog {
    /**
     * Tells a violation; never fails.
     *
     * @param owner the class whose contract is broken
     * @param text several lines
     */
    void tell(Class<?> owner, Level level, String text);
}
