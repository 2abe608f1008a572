package dev.aide.server.socket;

import dev.aide.server.http.Caller;
import dev.aide.server.http.HttpError;

/** What users and groups may be called: what any store takes, also in an index. */
final class Names {
    private static final int LONGEST = 200;

    private Names() {}

    /**
     * Checks a name that the program gives.
     *
     * @param what what is called so, as {@code "a group's name"}
     * @throws IllegalArgumentException if no store would take it
     */
    static void check(String what, String name) {
        if (!isRight(name)) {
            throw new IllegalArgumentException(rule(what));
        }
    }

    /**
     * Checks the id of a user that a client's credential names.
     *
     * @throws HttpError 422 if no store would take it
     */
    static void check(Caller caller) {
        if (!isRight(caller.id())) {
            throw HttpError.of(422, rule("a user's id"));
        }
    }

    private static boolean isRight(String name) {
        return name.length() <= LONGEST && name.indexOf('\0') < 0;
    }

    private static String rule(String what) {
        return what + " has at most " + LONGEST + " characters, and no U+0000 among them";
    }
}
