package dev.aide.testing.bench;

import dev.aide.testing.AgentJar;
import dev.aide.testing.JavaSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the agent adds to a whole process: hello world, and a program of 2,000 classes; run in turn, as medians. */
public final class StartBenchmark {
    private static final int RUNS = 15;
    private static final int CLASSES = 2000;
    private static final int METHODS = 10;

    private StartBenchmark() {}

    /** Runs all; {@code -Djacoco.agent=} names JaCoCo's agent jar to run beside. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("aide-start");
        String aide = "-javaagent:" + AgentJar.path();
        String jacoco =
                "-javaagent:" + System.getProperty("jacoco.agent") + "=destfile=" + folder.resolve("jacoco.exec");

        String hello = compiled(
                folder.resolve("hello.jar"),
                JavaSources.release(8)
                        .source(
                                "Hello",
                                "public class Hello { public static void main(String[] a) { System.out.println(1); } }"));
        compare("hello world", hello, "Hello", List.of(), List.of(aide), List.of(jacoco));

        String program = compiled(folder.resolve("program.jar"), program());
        compare(
                CLASSES + " classes, " + CLASSES * (METHODS + 1) + " methods, loaded and each method run",
                program,
                "big.Main",
                List.of(),
                List.of(aide + "=include=nothing.**"),
                List.of(aide));
        compare(
                CLASSES + " classes, loaded only",
                program,
                "big.Load",
                List.of(),
                List.of(aide + "=include=nothing.**"),
                List.of(aide));
    }

    @SafeVarargs
    private static void compare(String title, String classPath, String main, List<String>... variants)
            throws IOException, InterruptedException {
        long[][] times = new long[variants.length][RUNS];
        for (int run = -1; run < RUNS; run++) {
            for (int i = 0; i < variants.length; i++) {
                long time = millis(classPath, main, variants[i]);
                if (run >= 0) {
                    times[i][run] = time;
                }
            }
        }
        System.out.println("== " + title);
        double base = median(times[0]);
        for (int i = 0; i < variants.length; i++) {
            System.out.printf(
                    Locale.ROOT,
                    "%6.0f ms  %.2f of no agent  %s%n",
                    median(times[i]),
                    median(times[i]) / base,
                    variants[i].isEmpty()
                            ? "no agent"
                            : Path.of(variants[i].get(0)).getFileName());
        }
    }

    private static long millis(String classPath, String main, List<String> options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("exit code " + process.exitValue() + " of " + command);
        }
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static double median(long[] times) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String compiled(Path jar, JavaSources sources) {
        return sources.compile().writeJar(jar).toString();
    }

    /** Many classes of methods that take and return what is checked, and two main classes: run all, or load all. */
    private static JavaSources program() {
        JavaSources sources = JavaSources.release(8)
                .source("big.Main", mainClass("""
                s += (Integer) Class.forName("big.C" + i)
                        .getMethod("run", List.class, Map.class, Set.class, List.class, Runnable.class)
                        .invoke(null, a, b, c, d, r);"""))
                .source("big.Load", mainClass("""
                Class.forName("big.C" + i);""").replace("class Main", "class Load"));
        for (int i = 0; i < CLASSES; i++) {
            sources = sources.source("big.C" + i, numbered(i));
        }
        return sources;
    }

    private static String mainClass(String each) {
        return """
                package big;
                import java.util.*;
                public class Main {
                    public static void main(String[] x) throws Exception {
                        List<String> a = new ArrayList<>(Arrays.asList("a", "b"));
                        Map<String, Integer> b = new HashMap<>();
                        b.put("k", 1);
                        Set<Long> c = new HashSet<>(Arrays.asList(1L));
                        List<Integer> d = new ArrayList<>(Arrays.asList(1, 2));
                        Runnable r = new Runnable() { public void run() {} };
                        int s = 0;
                        for (int i = 0; i < CLASSES; i++) { EACH }
                        System.out.println(s);
                    }
                }
                """.replace("CLASSES", Integer.toString(CLASSES)).replace("EACH", each);
    }

    private static String numbered(int number) {
        StringBuilder code = new StringBuilder("package big; import java.util.*; public class C" + number + " {\n");
        StringBuilder calls = new StringBuilder();
        for (int i = 0; i < METHODS; i++) {
            switch (i % 5) {
                case 0 -> {
                    code.append("static int m" + i + "(List<String> names, int n) { return names.size() + n; }\n");
                    calls.append("s += m" + i + "(a, 1);");
                }
                case 1 -> {
                    code.append("Map<String, Integer> m" + i + "(Map<String, Integer> stock) { return stock; }\n");
                    calls.append("s += self.m" + i + "(b).size();");
                }
                case 2 -> {
                    code.append("static List<Integer> m" + i + "(Set<Long> ids, List<Integer> l) { return l; }\n");
                    calls.append("s += m" + i + "(c, d).size();");
                }
                case 3 -> {
                    code.append("Runnable m" + i + "(Runnable r, String s) { return r; }\n");
                    calls.append("self.m" + i + "(r, null);");
                }
                default -> {
                    code.append(
                            "static Object m" + i + "(Object o, C" + (number + 1) % CLASSES + " c) { return o; }\n");
                    calls.append("m" + i + "(a, null);");
                }
            }
        }
        return code + "public static int run(List<String> a, Map<String, Integer> b, Set<Long> c, List<Integer> d,"
                + " Runnable r) { C" + number + " self = new C" + number + "(); int s = 0;" + calls + " return s; }\n}";
    }
}
