package dev.aide.server;

import static java.util.Objects.requireNonNull;

import dev.aide.server.gate.Gate;
import dev.aide.store.queue.PersistentQueue;
import java.util.ArrayList;
import java.util.List;

/**
 * The page for those who run a portal: {@code Admin.behind(Gate.basic().roles("admin")).queues(mails)}. It shows endpoints
 * with their rates and latencies, queues with their dead letters, sockets with their users, and, where {@code aide.jar} runs
 * in the JVM, what it found; dead letters can be requeued there, users disconnected, and aide's modes switched.
 *
 * <p>Immutable: each method returns another one.
 */
public final class Admin {
    private final Gate gate;
    private final Gate changeGate;
    private final List<PersistentQueue> queues;
    private final boolean showsPayloads;

    private Admin(Gate gate, Gate changeGate, List<PersistentQueue> queues, boolean showsPayloads) {
        this.gate = gate;
        this.changeGate = changeGate;
        this.queues = queues;
        this.showsPayloads = showsPayloads;
    }

    /**
     * A page behind a gate, which must not be an open one. The page looks every two seconds: with {@link Gate#basic} each
     * look costs a password hash.
     */
    public static Admin behind(Gate gate) {
        return new Admin(requireNonNull(gate, "gate"), gate, List.of(), false);
    }

    /** Who may change something, if not all who may look. */
    public Admin changesBehind(Gate other) {
        return new Admin(gate, requireNonNull(other, "other"), queues, showsPayloads);
    }

    /** Shows these queues too; those of a task buffer are {@code tasks.queue("mail")}. */
    public Admin queues(PersistentQueue... more) {
        List<PersistentQueue> all = new ArrayList<>(queues);
        all.addAll(List.of(more));
        return new Admin(gate, changeGate, List.copyOf(all), showsPayloads);
    }

    /** Shows what is in dead letters, which may be secret. Default: only their errors. */
    public Admin showPayloads() {
        return new Admin(gate, changeGate, queues, true);
    }

    Gate gate() {
        return gate;
    }

    Gate changeGate() {
        return changeGate;
    }

    List<PersistentQueue> queues() {
        return queues;
    }

    boolean showsPayloads() {
        return showsPayloads;
    }
}
