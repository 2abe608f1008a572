package dev.aide.server;

import java.util.List;

/** A portal can't start. Says everything that is wrong at once. Immutable. */
public final class PortalException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    PortalException(List<String> problems) {
        super("the portal can't start:\n  - " + String.join("\n  - ", problems));
        this.problems = List.copyOf(problems);
    }

    PortalException(String problem, Throwable cause) {
        super("the portal can't start: " + problem, cause);
        this.problems = List.of(problem);
    }

    /** What is wrong, each in a line. */
    public List<String> problems() {
        return problems;
    }
}
