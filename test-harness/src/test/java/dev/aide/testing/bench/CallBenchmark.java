package dev.aide.testing.bench;

import dev.aide.testing.AgentJar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What a held call costs beside the same call with the same check written by hand, and beside one without any. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 8, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class CallBenchmark {
    @Param({"4", "1000"})
    int size;

    private final HeldService held = new HeldService();
    private final HandWrittenService byHand = new HandWrittenService(Boolean.getBoolean("full"));
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> stock = new HashMap<>();
    private final Map<String, List<Integer>> weeks = new HashMap<>();

    /** Runs all at each depth, and once without the agent. */
    public static void main(String[] arguments) throws RunnerException {
        String agent = "-javaagent:" + AgentJar.path() + "=include=" + HeldService.class.getName() + ";types.depth=";
        run("no agent", "-Dfull=true");
        run("full", "-Dfull=true", agent + "full");
        run("sample", agent + "sample");
    }

    private static void run(String title, String... jvmArguments) throws RunnerException {
        System.out.println("== " + title);
        new Runner(new OptionsBuilder()
                        .include(CallBenchmark.class.getName())
                        .forks(2)
                        .jvmArgs(jvmArguments)
                        .build())
                .run();
    }

    @Setup
    public void fill() {
        for (int i = 0; i < size; i++) {
            names.add("name" + i);
            stock.put("item" + i, 1000 + i);
            weeks.put("item" + i, new ArrayList<>(List.of(i, i + 1, i + 2)));
        }
    }

    @Benchmark
    public int listHeld() {
        return held.names(names);
    }

    @Benchmark
    public int listByHand() {
        return byHand.names(names);
    }

    @Benchmark
    public int mapHeld() {
        return held.stock(stock);
    }

    @Benchmark
    public int mapByHand() {
        return byHand.stock(stock);
    }

    @Benchmark
    public int nestedHeld() {
        return held.weeks(weeks);
    }

    @Benchmark
    public int nestedByHand() {
        return byHand.weeks(weeks);
    }

    @Benchmark
    public int nothingHeld() {
        return held.nothing(size);
    }
}
