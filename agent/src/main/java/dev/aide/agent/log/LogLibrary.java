package dev.aide.agent.log;

import dev.aide.agent.config.Level;

/** A logging library of the program, called by one thread of the agent's. */
interface LogLibrary {
    /** The name of the logger that is written to. */
    String LOGGER = "dev.aide";

    /**
     * Writes a record: an error where the rule is enforced, else a warning.
     *
     * @param owner the class whose contract is broken; its loader knows which copy of the library the program means
     * @throws ReflectiveOperationException if the library is not there, or fails
     */
    void write(Class<?> owner, Level level, String text) throws ReflectiveOperationException;
}
