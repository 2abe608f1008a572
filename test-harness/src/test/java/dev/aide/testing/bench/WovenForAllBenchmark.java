package dev.aide.testing.bench;

import dev.aide.testing.AgentJar;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What is woven into every method on request costs a call: the handler of {@code throws.undeclared}, and a counter. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 6, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class WovenForAllBenchmark {
    private final ThrowingService service = new ThrowingService();
    private int number = 7;

    /** Runs all without the agent, with the handler, and with the counter. */
    public static void main(String[] arguments) throws RunnerException {
        String agent = "-javaagent:" + AgentJar.path() + "=include=" + ThrowingService.class.getName() + ";";
        run("no agent");
        run("throws.undeclared", agent + "rule.throws=enforce");
        run("counts", agent + "counts=true");
    }

    private static void run(String title, String... jvmArguments) throws RunnerException {
        System.out.println("== " + title);
        new Runner(new OptionsBuilder()
                        .include(WovenForAllBenchmark.class.getName())
                        .forks(2)
                        .jvmArgs(jvmArguments)
                        .build())
                .run();
    }

    @Benchmark
    public int returns() throws IOException {
        return service.returns(number);
    }

    @Benchmark
    public Object throwsDeclared() {
        try {
            return passingDeclared();
        } catch (IOException e) {
            return e;
        }
    }

    @Benchmark
    public Object throwsUnchecked() {
        try {
            return passingUnchecked();
        } catch (IllegalStateException e) {
            return e;
        }
    }

    /** Not inlined, as most methods that an exception passes: else the JIT compiler makes a jump of it. */
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    int passingDeclared() throws IOException {
        return service.throwsDeclared(number);
    }

    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    int passingUnchecked() {
        return service.throwsUnchecked(number);
    }
}
