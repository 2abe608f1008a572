package dev.aide.agent.link;

import dev.aide.agent.type.Inert;

/** What can only be done from inside {@code java.base}: for the class loader of the agent's own eyes. */
public interface JavaBase extends Inert.Fields {
    /**
     * Defines a class in {@code java.lang}.
     *
     * @throws ReflectiveOperationException if this JVM does not let us
     */
    Class<?> define(byte[] classFile) throws ReflectiveOperationException;
}
