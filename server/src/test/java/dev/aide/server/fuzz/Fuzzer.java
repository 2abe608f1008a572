package dev.aide.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Fires shots at all operations of a portal in turn. The seed and the number of a round say what is fired, so that each
 * can be fired again.
 */
final class Fuzzer {
    private static final int THREADS = 4;
    private static final int MOST_SHOWN = 1500;

    private final FuzzedPortal portal;
    private final Transport transport;
    private final long seed;
    private final JsonNode document;
    private final List<Operation> operations;
    private final Set<String> served = ConcurrentHashMap.newKeySet();

    Fuzzer(FuzzedPortal portal, long seed) {
        this(portal, portal.wire(), seed);
    }

    Fuzzer(FuzzedPortal portal, Transport transport, long seed) {
        this.portal = portal;
        this.transport = transport;
        this.seed = seed;
        this.document = portal.document();
        this.operations = Operation.of(document);
    }

    /** Fires these rounds, some at a time, and says what was wrong with the replies; nothing if all was well. */
    List<String> fire(int from, int rounds) throws InterruptedException, ExecutionException {
        ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
        AtomicInteger next = new AtomicInteger(from);
        Runnable gunner = () -> {
            for (int round = next.getAndIncrement(); round < from + rounds; round = next.getAndIncrement()) {
                faults.addAll(fire(round));
            }
        };
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<? extends Future<?>> gunners = IntStream.range(0, THREADS)
                    .mapToObj(i -> threads.submit(gunner))
                    .toList();
            for (Future<?> each : gunners) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        return List.copyOf(faults);
    }

    private List<String> fire(int round) {
        Operation operation = operations.get(round % operations.size());
        Shot shot = new Shots(new Dice(seed, round), document, portal).at(operation);
        return transport
                .fire(shot)
                .map(reply -> judged(round, operation, shot, reply))
                .orElse(List.of());
    }

    private List<String> judged(int round, Operation operation, Shot shot, Reply reply) {
        List<String> faults = Judge.faults(shot, reply);
        if (faults.isEmpty() && shot.expected() == Shot.Expected.SUCCESS) {
            served.add(operation.name());
        }
        return faults.isEmpty() ? List.of() : List.of(told(round, shot, faults, reply));
    }

    private String told(int round, Shot shot, List<String> faults, Reply reply) {
        return faults + " at " + shot.aim() + "; again: -Dfuzz.seed=" + seed + " -Dfuzz.round=" + round
                + "\n--- sent\n" + shown(new String(shot.bytes(), StandardCharsets.ISO_8859_1))
                + "\n--- received\n" + shown(reply.text()) + "\n---";
    }

    private static String shown(String text) {
        String plain = text.replace("\r", "\\r").replaceAll("[^\\x20-\\x7E\\n]", "?");
        return plain.length() > MOST_SHOWN ? plain.substring(0, MOST_SHOWN) + "..." : plain;
    }

    /** The operations that a valid request reached. */
    Set<String> served() {
        return served;
    }

    /** The paths that are fired at. */
    List<String> paths() {
        return operations.stream().map(Operation::path).toList();
    }

    /** All operations whose schemas say what is valid. */
    List<String> operations() {
        return operations.stream()
                .filter(Operation::isExact)
                .filter(operation -> !operation.namesWhatMustBeThere())
                .map(Operation::name)
                .toList();
    }
}
