package dev.aide.store;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who wants to hear of signals, in this process. Safe for use by many threads. */
final class Signals {
    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);

    private final SignalChannel channel;
    private final Set<Consumer<String>> listeners = new CopyOnWriteArraySet<>();
    private final AtomicBoolean listening = new AtomicBoolean();

    Signals(SignalChannel channel) {
        this.channel = channel;
    }

    void add(Consumer<String> listener) {
        listeners.add(listener);
        if (listening.compareAndSet(false, true)) {
            channel.listen(this::deliver);
        }
    }

    void remove(Consumer<String> listener) {
        listeners.remove(listener);
    }

    void send(Collection<String> names) {
        if (!names.isEmpty()) {
            names.forEach(this::deliver);
            channel.send(names);
        }
    }

    private void deliver(String name) {
        for (Consumer<String> listener : listeners) {
            try {
                listener.accept(name);
            } catch (RuntimeException e) {
                LOG.error("a listener failed on signal '{}'", name, e);
            }
        }
    }

    void close() {
        channel.close();
    }
}
