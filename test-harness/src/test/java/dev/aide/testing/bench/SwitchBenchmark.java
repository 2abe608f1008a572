package dev.aide.testing.bench;

import dev.aide.testing.AgentJar;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What a call costs that is not checked: never woven, woven and off, switched off, and switched off and on again and off. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 8, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class SwitchBenchmark {
    private static final int UNTIL_COMPILED = 50_000;

    private final HeldService held = new HeldService();
    private final List<String> names = new ArrayList<>(List.of("a", "b", "c", "d"));
    private final Map<String, Integer> stock = new HashMap<>(Map.of("a", 1, "b", 2, "c", 3, "d", 4));

    /** Runs each way of not being checked, and one of being checked beside them. */
    public static void main(String[] arguments) throws RunnerException {
        String agent = "-javaagent:" + AgentJar.path() + "=live=true;include=";
        String service = agent + HeldService.class.getName();
        run("never woven", agent + "com.acme.Nothing");
        run("off", service + ";mode=off");
        run("switched off", service + ";mode=enforce", "-Dswitches=mode=off");
        run("switched off, on and off", service + ";mode=enforce", "-Dswitches=mode=off mode=enforce mode=off");
        run("enforced", service + ";mode=enforce");
    }

    private static void run(String title, String... jvmArguments) throws RunnerException {
        System.out.println("== " + title);
        new Runner(new OptionsBuilder()
                        .include(SwitchBenchmark.class.getName())
                        .forks(2)
                        .jvmArgs(jvmArguments)
                        .build())
                .run();
    }

    /** Has the calls compiled before each switch, so that what was compiled has to go. */
    @Setup
    public void switchModes() throws JMException, InterruptedException {
        String switches = System.getProperty("switches", "");
        for (String each : switches.isEmpty() ? new String[0] : switches.split(" ")) {
            for (int i = 0; i < UNTIL_COMPILED; i++) {
                held.names(names);
                held.stock(stock);
            }
            switchTo(each);
        }
    }

    private static void switchTo(String values) throws JMException, InterruptedException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName aide = new ObjectName("dev.aide:type=Aide");
        while (!server.isRegistered(aide)) {
            Thread.sleep(10);
        }
        server.invoke(aide, "switchModes", new Object[] {values}, new String[] {String.class.getName()});
    }

    @Benchmark
    public int list() {
        return held.names(names);
    }

    @Benchmark
    public int map() {
        return held.stock(stock);
    }
}
