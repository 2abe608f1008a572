package dev.aide.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
 * The calls of {@link ClientBenchmark}, by turns of 0.2 seconds each, so that what else a machine does falls on all of
 * them. A turn's figure is its calls in proportion to those of raw OkHttp, called in the same way, in the same round.
 * Prints the median round of each of three JVMs, and the median of those.
 */
public final class PairedBenchmark {
    private static final int FORKS = 3;
    private static final int THREADS = 16;
    private static final int WARMUP_ROUNDS = 60;
    private static final int ROUNDS = 20;
    private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final Map<String, String> COMPARED_WITH = new LinkedHashMap<>();

    static {
        COMPARED_WITH.put("aide", "okHttp");
        COMPARED_WITH.put("javaNetHttp", "okHttp");
        COMPARED_WITH.put("aideAsync", "okHttpAsync");
        COMPARED_WITH.put("okHttpAsync", "okHttp");
    }

    private final ExecutorService callers = Executors.newFixedThreadPool(THREADS);

    private PairedBenchmark() {}

    public static void main(String[] args) throws Exception {
        if (args.length > 0 && args[0].equals("fork")) {
            new PairedBenchmark().run().forEach((name, ratio) -> System.out.println(name + " " + ratio));
            return;
        }
        Map<String, List<Double>> ratios = new LinkedHashMap<>();
        for (int fork = 1; fork <= FORKS; fork++) {
            fork().forEach((name, ratio) ->
                    ratios.computeIfAbsent(name, ignored -> new ArrayList<>()).add(ratio));
        }
        ratios.forEach((name, each) -> System.out.printf(
                "%-12s x %.3f of %-12s forks: %s%n", name, median(each), COMPARED_WITH.get(name), each));
    }

    private static Map<String, Double> fork() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), PairedBenchmark.class.getName(), "fork"));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Map<String, Double> ratios = new LinkedHashMap<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().map(line -> line.split(" ", 2)).forEach(word -> ratios.put(word[0], Double.valueOf(word[1])));
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("a fork failed");
        }
        return ratios;
    }

    private Map<String, Double> run() throws Exception {
        ClientBenchmark benchmark = new ClientBenchmark();
        benchmark.start();
        Map<String, Callable<String>> clients = Map.of(
                "okHttp", benchmark::okHttp,
                "okHttpAsync", benchmark::okHttpAsync,
                "aide", benchmark::aide,
                "aideAsync", benchmark::aideAsync,
                "javaNetHttp", benchmark::javaNetHttp);
        Map<String, List<Double>> rounds = new LinkedHashMap<>();
        try {
            List<String> order = new ArrayList<>(clients.keySet());
            for (int i = 0; i < WARMUP_ROUNDS + ROUNDS; i++) {
                Collections.shuffle(order);
                Map<String, Long> calls = new LinkedHashMap<>();
                for (String name : order) {
                    calls.put(name, turn(clients.get(name)));
                }
                if (i >= WARMUP_ROUNDS) {
                    COMPARED_WITH.forEach((name, base) -> rounds.computeIfAbsent(name, ignored -> new ArrayList<>())
                            .add((double) calls.get(name) / calls.get(base)));
                }
            }
        } finally {
            callers.shutdown();
            benchmark.stop();
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        rounds.forEach((name, ratios) -> medians.put(name, Math.round(median(ratios) * 1000) / 1000.0));
        return medians;
    }

    private long turn(Callable<String> call) throws Exception {
        long end = System.nanoTime() + TURN_NANOS;
        List<Future<Long>> running = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            running.add(callers.submit(() -> callUntil(end, call)));
        }
        long calls = 0;
        for (Future<Long> thread : running) {
            calls += thread.get();
        }
        return calls;
    }

    private static long callUntil(long end, Callable<String> call) throws Exception {
        long calls = 0;
        while (System.nanoTime() < end) {
            if (call.call().isEmpty()) {
                throw new IllegalStateException("a call failed: its time means nothing");
            }
            calls++;
        }
        return calls;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
