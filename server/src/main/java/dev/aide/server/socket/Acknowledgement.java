package dev.aide.server.socket;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * An acknowledgement of several values. Immutable, as far as its values are.
 *
 * @param values what the client's callback is given
 */
public record Acknowledgement(List<Object> values) {

    /** An acknowledgement of these values. */
    public static Acknowledgement of(Object... values) {
        return new Acknowledgement(Collections.unmodifiableList(Arrays.asList(values.clone())));
    }
}
