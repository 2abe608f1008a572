package dev.aide.agent.naming;

import java.util.List;

/** Tells what a method's parameters are called. */
public interface ParameterNames {
    /**
     * Returns one name for each type in the descriptor, an empty text for a parameter that has no name of its own or takes
     * the rest of the arguments; null if the method or its names are not known.
     *
     * @param owner the class as a call names it, such as {@code com/acme/Image}: a superclass may declare the method
     */
    List<String> of(String owner, String name, String descriptor);
}
