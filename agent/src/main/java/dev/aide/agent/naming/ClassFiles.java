package dev.aide.agent.naming;

/** Where class files are read from, without loading any class. */
public interface ClassFiles {
    /** Returns the bytes of a class such as {@code com/acme/Image}, or null if there is no such class file. */
    byte[] find(String name);
}
