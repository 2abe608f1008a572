package dev.aide.server.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
                wrk.ordersASecond(server.port(), WARM_UP_SECONDS);
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

    private static Map<Contender, List<Double>> measured(Map<Contender, Running> servers, Wrk wrk)
            throws IOException, InterruptedException {
        Map<Contender, List<Double>> rates = new EnumMap<>(Contender.class);
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<Contender, Running> server : servers.entrySet()) {
                double rate = wrk.ordersASecond(server.getValue().port(), ROUND_SECONDS);
                rates.computeIfAbsent(server.getKey(), unused -> new ArrayList<>()).add(rate);
            }
        }
        return rates;
    }

    private static void print(Map<Contender, List<Double>> rates) {
        System.out.println("| | a second | of raw | of Javalin | each round, of raw |");
        System.out.println("|---|---|---|---|---|");
        rates.forEach((contender, own) -> {
            List<Double> ofRaw = ratios(own, rates.get(Contender.RAW_JETTY));
            List<Double> ofJavalin = ratios(own, rates.get(Contender.JAVALIN));
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,.0f | %.2f | %.2f | %s |%n",
                    contender.words(),
                    median(own),
                    median(ofRaw),
                    median(ofJavalin),
                    String.join(", ", ofRaw.stream().map(ratio -> String.format(Locale.ROOT, "%.2f", ratio)).toList()));
        });
    }

    /** Round by round, so that what slows the machine for a while slows both. */
    private static List<Double> ratios(List<Double> some, List<Double> others) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            ratios.add(some.get(i) / others.get(i));
        }
        return ratios;
    }

    private static double median(List<Double> numbers) {
        List<Double> sorted = numbers.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
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
