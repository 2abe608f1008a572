package dev.aide.testing;

import java.util.List;

/**
 * A call that a fixture made.
 *
 * @param name   what it is a case of
 * @param wanted what the agent was to say of it
 * @param said   what it said
 */
record Case(String name, String wanted, String said) {

    /** Reads what {@code fixture.Cases} printed. */
    static List<Case> of(Outcome outcome) {
        return outcome.stdout()
                .lines()
                .map(line -> line.split("\t", -1))
                .map(parts -> new Case(parts[0], parts[1], parts[2]))
                .toList();
    }

    boolean isPassed() {
        return wanted.equals(said);
    }

    /** Returns how many values do not fit. */
    int positions() {
        return wanted.split(", declared ", -1).length - 1;
    }

    boolean isUntouched() {
        return said.equals("nothing");
    }
}
