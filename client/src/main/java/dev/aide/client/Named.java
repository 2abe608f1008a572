package dev.aide.client;

/**
 * A name that waits for its value: {@code header("Accept").is("text/plain")}. Two strings side by side could be
 * swapped; these can't.
 *
 * <p>Not thread-safe, as the builder that it belongs to.
 *
 * @param <B> what goes on after the value
 */
@FunctionalInterface
public interface Named<B> {

    /**
     * Gives the value.
     *
     * @param value the value; what is not a string is written as {@link String#valueOf(Object)} does
     * @return what the name was given to
     * @throws NullPointerException if the value is null
     * @throws IllegalArgumentException if the value can't stand there, such as a line break in a header
     */
    B is(Object value);
}
