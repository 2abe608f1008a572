package dev.aide.agent.docs;

/** A text that is not JSON; the message says where it stops being so. */
final class MalformedJson extends Exception {
    MalformedJson(String problem, int position) {
        super(problem + " at character " + position);
    }
}
