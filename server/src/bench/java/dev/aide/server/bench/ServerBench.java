package dev.aide.server.bench;

import dev.aide.server.bench.Wrk.Answered;
import java.io.IOException;
import java.time.Duration;
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
        ServerProcess.needed("taskset", "--version", "util-linux");
        ServerProcess.needed("wrk", "-v", "wrk");
        Wrk wrk = new Wrk(arguments[0], Access.token());
        Map<Contender, ServerProcess> servers = new EnumMap<>(Contender.class);
        try {
            for (Contender contender : Contender.values()) {
                servers.put(contender, ServerProcess.start("256m", Contender.class, contender.name()));
            }
            for (ServerProcess server : servers.values()) {
                wrk.order(server.port(), WARM_UP_SECONDS);
            }
            print(measured(servers, wrk));
        } finally {
            servers.values().forEach(ServerProcess::close);
        }
    }

    private static Map<Contender, List<Round>> measured(Map<Contender, ServerProcess> servers, Wrk wrk)
            throws IOException, InterruptedException {
        Map<Contender, List<Round>> rounds = new EnumMap<>(Contender.class);
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<Contender, ServerProcess> entry : servers.entrySet()) {
                ServerProcess server = entry.getValue();
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
                Ratios.median(own.stream().map(Round::aSecond)),
                Ratios.of(own, raw, Round::aSecond),
                Ratios.of(own, javalin, Round::aSecond),
                Ratios.median(own.stream().map(Round::micros)),
                Ratios.of(raw, own, Round::micros),
                Ratios.of(javalin, own, Round::micros)));
        rounds.forEach((contender, own) -> System.out.println(contender + " " + own));
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
}
