package dev.aide.agent.json;

/** A text that is not JSON; the message says where it stops being so. */
public final class MalformedJson extends IllegalArgumentException {
    MalformedJson(String message) {
        super(message);
    }
}
