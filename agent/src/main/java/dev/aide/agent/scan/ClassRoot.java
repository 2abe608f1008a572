package dev.aide.agent.scan;

import java.io.IOException;
import java.net.URL;
import java.util.Set;

/** Class files below one root, by the names under which class loaders look for them. Safe for use by any thread. */
interface ClassRoot {
    /** Returns the names of what is in it, such as {@code com/acme/Order.class}. */
    Set<String> names();

    /**
     * Reads one of its {@link #names()}.
     *
     * @throws IOException if it cannot be read
     */
    byte[] read(String name) throws IOException;

    /** Returns where one of its names is, for people: {@code shop.war!/WEB-INF/classes/com/acme/Order.class}. */
    String describe(String name);

    /** Returns the jar or folder that a class loader would say the classes came from; null inside of another jar. */
    URL location();

    /** Tells whether it is a library that came inside of a program. */
    boolean isLibrary();
}
