package dev.aide.server.agent;

import java.util.Optional;

/** Tells what {@code aide.jar} threw from what the program threw. */
public final class Violations {
    private static final String VIOLATION = "dev.aide.Violation";
    /** A chain of causes may have a loop. */
    private static final int MOST_CAUSES = 50;

    private Violations() {}

    /**
     * The id under which aide's report has what an exception is about.
     *
     * @return empty if neither the exception nor what caused it is a violation
     */
    public static Optional<String> findingOf(Throwable error) {
        Throwable cause = error;
        for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
            for (Class<?> type : cause.getClass().getInterfaces()) {
                if (type.getName().equals(VIOLATION)) {
                    return finding(type, cause);
                }
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static Optional<String> finding(Class<?> type, Throwable violation) {
        try {
            return Optional.of((String) type.getMethod("finding").invoke(violation));
        } catch (ReflectiveOperationException e) {
            // an aide.jar of another version
            return Optional.empty();
        }
    }
}
