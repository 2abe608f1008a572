package dev.aide.client;

import java.time.Duration;

/** What came of an attempt, and after which wait it is made again: null if it is not. */
record Outcome<T>(Response<T> response, Duration retryIn) {

    static <T> Outcome<T> last(Response<T> response) {
        return new Outcome<>(response, null);
    }
}
