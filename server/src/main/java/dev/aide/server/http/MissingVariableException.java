package dev.aide.server.http;

import java.util.Set;

/** A request has no variable of a name: over HTTP a mistake in the program, in a socket's event one of the client. */
public final class MissingVariableException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String name;

    MissingVariableException(String name, Set<String> there) {
        super("the path has no variable '" + name + "'; it has " + there);
        this.name = name;
    }

    /** The name that was asked for. */
    public String name() {
        return name;
    }
}
