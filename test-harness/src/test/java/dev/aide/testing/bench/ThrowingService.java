package dev.aide.testing.bench;

import java.io.IOException;

/** What aide holds in the benchmark: exceptions are made beforehand, so that throwing them is all that is measured. */
public class ThrowingService {
    private final IOException checked = new IOException();
    private final IllegalStateException unchecked = new IllegalStateException();

    public int returns(int number) throws IOException {
        if (number < 0) {
            throw checked;
        }
        return number + 1;
    }

    public int throwsDeclared(int number) throws IOException {
        if (number > 0) {
            throw checked;
        }
        return number;
    }

    public int throwsUnchecked(int number) {
        if (number > 0) {
            throw unchecked;
        }
        return number;
    }
}
