package dev.aide.server.socket.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A timer that a test moves on by hand. */
final class HandTimer implements Timer {
    private final List<Due> dues = new ArrayList<>();
    private Duration now = Duration.ZERO;

    @Override
    public Runnable after(Duration delay, Runnable task) {
        Due due = new Due(now.plus(delay), task);
        dues.add(due);
        return () -> dues.remove(due);
    }

    void pass(Duration time) {
        Duration end = now.plus(time);
        while (true) {
            Due next = dues.stream()
                    .filter(due -> due.time().compareTo(end) <= 0)
                    .min(Comparator.comparing(Due::time))
                    .orElse(null);
            if (next == null) {
                now = end;
                return;
            }
            dues.remove(next);
            now = next.time();
            next.task().run();
        }
    }

    private record Due(Duration time, Runnable task) {}
}
