package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.server.gate.Gate;
import dev.aide.server.socket.Message;
import dev.aide.server.socket.NamespaceBuilder;
import dev.aide.server.socket.Sockets;
import dev.aide.server.socket.SocketsBuilder;
import dev.aide.server.socket.engine.SlowConsumer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client of the npm registry where it goes beyond a limit, over each of its transports. */
class SocketLimitsIT {
    private static final int SCENARIOS = 8;
    private static final Duration OFTEN = Duration.ofMillis(200);
    private static final String LARGE = large();

    private final Map<String, Portal> portals = new ConcurrentHashMap<>();
    private final Map<String, Queue<String>> departures = new ConcurrentHashMap<>();

    /** A text that compression makes no smaller than it must be. */
    private static String large() {
        return new Random(1)
                .ints(100_000, 'A', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @BeforeAll
    static void require() throws Exception {
        NodeClient.require();
    }

    @BeforeEach
    void start() {
        start("slow", Sockets.builder().maxQueued(10));
        start("oldest", Sockets.builder().maxQueued(10).slowConsumer(SlowConsumer.DROP_OLDEST));
        start("newest", Sockets.builder().maxQueued(10).slowConsumer(SlowConsumer.DROP_NEWEST));
        start("strict", Sockets.builder().maxPayload(20_000));
        start("full", Sockets.builder().maxSessions(1));
        start("silent", Sockets.builder().pingInterval(OFTEN).pingTimeout(Duration.ofSeconds(1)));
        start("lively", Sockets.builder().pingInterval(OFTEN).pingTimeout(Duration.ofMinutes(1)));
    }

    private void start(String name, SocketsBuilder sockets) {
        departures.put(name, new ConcurrentLinkedQueue<>());
        sockets.namespace("/", namespace -> namespace(namespace, departures.get(name)));
        Portal portal = Portal.builder()
                .port(0)
                // nobody answers for connections that broke
                .stopTimeout(Duration.ofSeconds(1))
                .sockets(sockets.build())
                .build();
        portals.put(name, portal.start());
    }

    private void namespace(NamespaceBuilder namespace, Queue<String> reasons) {
        namespace
                .connect(Gate.open())
                .disconnected((socket, reason) -> reasons.add(reason))
                .on("echo", Gate.open(), message -> message.arguments().get(0))
                .on("join", Gate.open(), message -> {
                    message.socket().join(message.argument(0, String.class));
                    return null;
                })
                .on("flood", Gate.open(), SocketLimitsIT::flood)
                .on("departures", Gate.open(), message -> departures.get(message.argument(0, String.class)));
    }

    private static Object flood(Message message) {
        String group = message.argument(0, String.class);
        for (int i = 0; i < message.argument(1, Integer.class); i++) {
            message.socket().namespace().sendToGroup(group, "number", i, LARGE);
        }
        return null;
    }

    @AfterEach
    void stop() {
        portals.values().forEach(Portal::stop);
    }

    @ParameterizedTest
    @ValueSource(strings = {"polling", "websocket", "default"})
    void the_npm_client_is_held_to_every_limit(String transports) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(transports));
        portals.forEach((name, portal) -> arguments.add(name + "=" + portal.url()));

        List<String> lines = NodeClient.script("limits.cjs", arguments.toArray(String[]::new));

        assertThat(lines).hasSize(SCENARIOS).allMatch(line -> line.startsWith("ok "));
    }
}
