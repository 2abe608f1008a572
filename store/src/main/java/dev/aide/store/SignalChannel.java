package dev.aide.store;

import java.util.Collection;
import java.util.function.Consumer;

/** Carries signals to and from other processes, as far as the database can. Implementations are thread-safe. */
interface SignalChannel {

    /** Gives what other processes send to the receiver, from now on. */
    void listen(Consumer<String> receiver);

    /** Sends soon, in the background; a signal may be lost. */
    void send(Collection<String> names);

    void close();

    /** Carries nothing: SQLite has no way to call another process. */
    static SignalChannel none() {
        return new SignalChannel() {
            @Override
            public void listen(Consumer<String> receiver) {}

            @Override
            public void send(Collection<String> names) {}

            @Override
            public void close() {}
        };
    }
}
