package dev.aide.server.bench.socket;

import dev.aide.server.bench.Ratios;
import dev.aide.server.bench.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The figures of sockets in docs/benchmarks.md: how much memory idle ones take, and how fast one message goes to many, each
 * server in a process of its own on the first processor, the clients on the second. Needs Linux with two processors,
 * {@code taskset} (util-linux), and 11,000 open files a process.
 */
public final class SocketBench {
    private static final int IDLE = 10_000;
    private static final Duration IDLE_TIME = Duration.ofSeconds(60);
    private static final int CROWD = 1_000;
    private static final int MESSAGES = 100;
    private static final int WARM_UP_ROUNDS = 60;
    private static final int ROUNDS = 20;

    private SocketBench() {}

    /** Measures. */
    public static void main(String[] arguments) throws Exception {
        ServerProcess.needed("taskset", "--version", "util-linux");
        fanOut();
        for (FanOut contender : FanOut.values()) {
            idle(contender);
        }
    }

    private static void idle(FanOut contender) throws IOException {
        try (ServerProcess server = ServerProcess.start("256m", FanOut.class, contender.name());
                Crowd crowd = new Crowd(server.port())) {
            long empty = server.residentMebibytes();
            crowd.connect(IDLE);
            Duration before = server.processorTime();
            crowd.idle(IDLE_TIME);
            System.out.printf(
                    Locale.ROOT,
                    "%s: %,d idle sockets after %s: %d MiB, %d MiB before them, %.1f %% of a processor%n",
                    contender.words(),
                    IDLE,
                    IDLE_TIME,
                    server.residentMebibytes(),
                    empty,
                    100.0 * server.processorTime().minus(before).toNanos() / IDLE_TIME.toNanos());
        }
    }

    private static void fanOut() throws IOException {
        Map<FanOut, List<Round>> rounds = new EnumMap<>(FanOut.class);
        try (ServerProcess raw = ServerProcess.start("256m", FanOut.class, FanOut.RAW_JETTY.name());
                Crowd rawCrowd = new Crowd(raw.port());
                ServerProcess portal = ServerProcess.start("256m", FanOut.class, FanOut.PORTAL.name());
                Crowd portalCrowd = new Crowd(portal.port())) {
            rawCrowd.connect(CROWD);
            portalCrowd.connect(CROWD);
            for (int i = 0; i < WARM_UP_ROUNDS + ROUNDS; i++) {
                Round ofRaw = round(raw, rawCrowd);
                Round ofPortal = round(portal, portalCrowd);
                if (i >= WARM_UP_ROUNDS) {
                    rounds.computeIfAbsent(FanOut.RAW_JETTY, unused -> new ArrayList<>())
                            .add(ofRaw);
                    rounds.computeIfAbsent(FanOut.PORTAL, unused -> new ArrayList<>())
                            .add(ofPortal);
                }
            }
        }
        List<Round> raw = rounds.get(FanOut.RAW_JETTY);
        System.out.println("| | messages a second | of raw | µs of processor time | raw's to it |");
        System.out.println("|---|---|---|---|---|");
        rounds.forEach((contender, own) -> System.out.printf(
                Locale.ROOT,
                "| %s | %,.0f | %.2f | %.2f | %.2f |%n",
                contender.words(),
                Ratios.median(own.stream().map(Round::aSecond)),
                Ratios.of(own, raw, Round::aSecond),
                Ratios.median(own.stream().map(Round::micros)),
                Ratios.of(raw, own, Round::micros)));
    }

    private static Round round(ServerProcess server, Crowd crowd) throws IOException {
        long wanted = crowd.events() + (long) CROWD * MESSAGES;
        Duration before = server.processorTime();
        long begun = System.nanoTime();
        server.tell(String.valueOf(MESSAGES));
        crowd.awaitEvents(wanted);
        double seconds = (System.nanoTime() - begun) / 1e9;
        double spent = server.processorTime().minus(before).toNanos() / 1e3;
        return new Round(CROWD * MESSAGES / seconds, spent / (CROWD * MESSAGES));
    }

    /**
     * A contender's turn. Immutable.
     *
     * @param aSecond messages a second that have come
     * @param micros of processor time a message
     */
    private record Round(double aSecond, double micros) {}
}
