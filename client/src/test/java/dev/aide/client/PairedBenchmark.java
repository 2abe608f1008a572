package dev.aide.client;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The calls of {@link ClientBenchmark}, by turns of half a second each, so that what else a machine does falls on all of
 * them. Prints the median, over the turns, of each client's calls and caller's CPU time in proportion to OkHttp's.
 */
public final class PairedBenchmark {
    private static final int THREADS = 16;
    private static final int WARMUP_TURNS = 20;
    private static final int TURNS = 60;
    private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final ExecutorService callers = Executors.newFixedThreadPool(THREADS);

    private PairedBenchmark() {}

    public static void main(String[] args) throws Exception {
        new PairedBenchmark().run();
    }

    private void run() throws Exception {
        ClientBenchmark benchmark = new ClientBenchmark();
        benchmark.start();
        Map<String, Callable<String>> clients = new LinkedHashMap<>();
        clients.put("okHttp", benchmark::okHttp);
        clients.put("aide", benchmark::aide);
        clients.put("aideAsync", benchmark::aideAsync);
        clients.put("javaNetHttp", benchmark::javaNetHttp);
        Map<String, List<Turn>> turns = new LinkedHashMap<>();
        try {
            List<String> order = new ArrayList<>(clients.keySet());
            for (int i = 0; i < WARMUP_TURNS + TURNS; i++) {
                Collections.shuffle(order);
                for (String name : order) {
                    Turn turn = turn(clients.get(name));
                    if (i >= WARMUP_TURNS) {
                        turns.computeIfAbsent(name, ignored -> new ArrayList<>())
                                .add(turn);
                    }
                }
            }
        } finally {
            callers.shutdown();
            benchmark.stop();
        }
        clients.keySet().forEach(name -> print(name, turns.get(name), turns.get("okHttp")));
    }

    private Turn turn(Callable<String> call) throws Exception {
        long end = System.nanoTime() + TURN_NANOS;
        List<Future<Turn>> running = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            running.add(callers.submit(() -> callUntil(end, call)));
        }
        Turn sum = new Turn(0, 0);
        for (Future<Turn> thread : running) {
            sum = sum.plus(thread.get());
        }
        return sum;
    }

    private Turn callUntil(long end, Callable<String> call) throws Exception {
        long cpu = threads.getCurrentThreadCpuTime();
        long calls = 0;
        while (System.nanoTime() < end) {
            if (call.call().isEmpty()) {
                throw new IllegalStateException("a call failed: its time means nothing");
            }
            calls++;
        }
        return new Turn(calls, threads.getCurrentThreadCpuTime() - cpu);
    }

    private static void print(String name, List<Turn> turns, List<Turn> base) {
        List<Double> calls = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            calls.add((double) turns.get(i).calls() / base.get(i).calls());
            cpu.add(turns.get(i).cpuPerCall() / base.get(i).cpuPerCall());
        }
        System.out.printf("%-12s calls x %.2f   caller's CPU a call x %.2f%n", name, median(calls), median(cpu));
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }

    private record Turn(long calls, long cpuNanos) {
        Turn plus(Turn other) {
            return new Turn(calls + other.calls, cpuNanos + other.cpuNanos);
        }

        double cpuPerCall() {
            return (double) cpuNanos / Math.max(1, calls);
        }
    }
}
