package dev.aide.client;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Keeps what callbacks throw away from the call that they are told about. */
final class CallbackErrors {
    // a listener that fails with every event of an endless stream must not fill the memory
    private static final int MAX = 100;

    private final List<Throwable> errors = new ArrayList<>();

    <V> Consumer<V> guard(Consumer<? super V> callback) {
        return value -> {
            try {
                callback.accept(value);
            } catch (Throwable e) {
                add(e);
            }
        };
    }

    private synchronized void add(Throwable error) {
        if (errors.size() < MAX) {
            errors.add(error);
        }
    }

    synchronized List<Throwable> toList() {
        return List.copyOf(errors);
    }
}
