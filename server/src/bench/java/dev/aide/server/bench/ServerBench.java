package dev.aide.server.bench;

import dev.aide.server.bench.Wrk.Answered;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The server's figures in docs/benchmarks.md: each contender in a process of its own on the first processor, wrk on the
 * second, in turns. Needs Linux with two processors, {@code taskset} (util-linux) and {@code wrk}.
 */
public final class ServerBench {
    private static final int WARM_UP_SECONDS = 30;
    private static final int ROUND_SECONDS = 5;
    private static final int ROUNDS = 6;

    private ServerBench() {}

    /** Measures, with this script for wrk. */
    public static void main(String[] arguments) throws Exception {
        needed("taskset", "--version", "util-linux");
        needed("wrk", "-v", "wrk");
        Wrk wrk = new Wrk(arguments[0], Access.token());
        Map<Contender, Running> servers = new EnumMap<>(Contender.class);
        try {
            for (Contender contender : Contender.values()) {
                servers.put(contender, Running.start(contender));
            }
            for (Running server : servers.values()) {
                wrk.order(server.port(), WARM_UP_SECONDS);
            }
            print(measured(servers, wrk));
        } finally {
            servers.values().forEach(Running::close);
        }
    }

    private static void needed(String command, String version, String debianPackage) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command, version).redirectErrorStream(true).start();
            process.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            process.waitFor();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "this needs " + command + ": apt-get install " + debianPackage, e);
        }
    }

    private static Map<Contender, List<Round>> measured(Map<Contender, Running> servers, Wrk wrk)
            throws IOException, InterruptedException {
        Map<Contender, List<Round>> rounds = new EnumMap<>(Contender.class);
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<Contender, Running> entry : servers.entrySet()) {
                Running server = entry.getValue();
                Duration before = server.processorTime();
                Answered answered = wrk.order(server.port(), ROUND_SECONDS);
                Duration spent = server.processorTime().minus(before);
                rounds.computeIfAbsent(entry.getKey(), unused -> new ArrayList<>())
                        .add(new Round(answered.aSecond(), spent.toNanos() / 1e3 / answered.count()));
            }
        }
        return rounds;
    }

    private static void print(Map<Contender, List<Round>> rounds) {
        List<Round> raw = rounds.get(Contender.RAW_JETTY);
        List<Round> javalin = rounds.get(Contender.JAVALIN);
        System.out.println("| | answers a second | of raw | of Javalin | µs of processor time | raw's to it | Javalin's to it |");
        System.out.println("|---|---|---|---|---|---|---|");
        rounds.forEach((contender, own) -> System.out.printf(
                Locale.ROOT,
                "| %s | %,.0f | %.2f | %.2f | %.1f | %.2f | %.2f |%n",
                contender.words(),
                median(own.stream().map(Round::aSecond)),
                ratio(own, raw, Round::aSecond),
                ratio(own, javalin, Round::aSecond),
                median(own.stream().map(Round::micros)),
                ratio(raw, own, Round::micros),
                ratio(javalin, own, Round::micros)));
        rounds.forEach((contender, own) -> System.out.println(contender + " " + own));
    }

    /** Round by round, so that what slows the machine for a while slows both. */
    private static double ratio(List<Round> some, List<Round> others, Function<Round, Double> figure) {
        return median(IntStream.range(0, some.size())
                .mapToObj(i -> figure.apply(some.get(i)) / figure.apply(others.get(i))));
    }

    private static double median(Stream<Double> numbers) {
        List<Double> sorted = numbers.sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /**
     * A contender's turn. Immutable.
     *
     * @param aSecond answers a second
     * @param micros of processor time an answer
     */
    private record Round(double aSecond, double micros) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.0f/s %.1f µs", aSecond, micros);
        }
    }

    /** A contender's process. */
    private record Running(Process process, int port) implements AutoCloseable {

        static Running start(Contender contender) throws IOException {
            int port = freePort();
            Process process = new ProcessBuilder(
                            "taskset",
                            "-c",
                            "0",
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-Xms256m",
                            "-Xmx256m",
                            "-Djava.util.logging.config.file="
                                    + System.getProperty("java.util.logging.config.file"),
                            "-classpath",
                            System.getProperty("java.class.path"),
                            Contender.class.getName(),
                            contender.name(),
                            String.valueOf(port))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            for (String line = out.readLine(); !"ready".equals(line); line = out.readLine()) {
                if (line == null) {
                    throw new IllegalStateException(contender.words() + " did not start");
                }
            }
            return new Running(process, port);
        }

        Duration processorTime() {
            return process.info().totalCpuDuration().orElseThrow();
        }

        private static int freePort() throws IOException {
            try (ServerSocket socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            }
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
