package dev.aide.store.schedule;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** States that end with the process. */
final class MemoryRuns implements RunStore {
    private final Map<String, RunState> states = new HashMap<>();

    @Override
    public synchronized void register(String name, Timing timing, Instant firstDue) {
        states.put(name, new RunState(firstDue, 0, null));
    }

    @Override
    public synchronized Optional<RunState> read(String name) {
        return Optional.ofNullable(states.get(name));
    }

    @Override
    public synchronized boolean claim(String name, RunState seen, Instant due, Instant leaseUntil) {
        return states.replace(name, seen, new RunState(due, seen.claim() + 1, leaseUntil));
    }

    @Override
    public synchronized void extend(String name, long claim, Instant leaseUntil) {
        states.computeIfPresent(
                name, (key, state) -> state.claim() == claim ? new RunState(state.due(), claim, leaseUntil) : state);
    }

    @Override
    public synchronized void finish(String name, long claim, Instant due) {
        states.computeIfPresent(name, (key, state) -> state.claim() == claim ? new RunState(due, claim, null) : state);
    }

    @Override
    public synchronized void remove(String name) {
        states.remove(name);
    }
}
