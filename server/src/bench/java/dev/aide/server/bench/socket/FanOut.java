package dev.aide.server.bench.socket;

import dev.aide.server.Portal;
import dev.aide.server.gate.Gate;
import dev.aide.server.socket.Sockets;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** A server that sends one message to all of its sockets, in a process of its own: as often as the line says that it reads. */
public enum FanOut {
    RAW_JETTY("raw Jetty WebSockets") {
        @Override
        Consumer<String> start(int port) throws Exception {
            return RawSockets.start(port)::sendToAll;
        }
    },
    PORTAL("portal, broadcast") {
        @Override
        Consumer<String> start(int port) throws IOException {
            Sockets sockets = Sockets.builder()
                    .maxSessions(20_000)
                    .namespace("/", all -> all.connect(Gate.open()))
                    .build();
            Portal.builder()
                    .host("127.0.0.1")
                    .port(port)
                    .maxConnections(20_000)
                    .sockets(sockets)
                    .build()
                    .start();
            return text -> sockets.of("/").broadcast("tick", text);
        }
    };

    /** What is sent each time. */
    static final String TEXT = "a".repeat(100);

    private final String words;

    FanOut(String words) {
        this.words = words;
    }

    /** Serves WebSockets on this port of 127.0.0.1; gives what sends a text to all of them. */
    abstract Consumer<String> start(int port) throws Exception;

    String words() {
        return words;
    }

    /** Starts the contender of that name on that port. */
    public static void main(String[] arguments) throws Exception {
        Consumer<String> toAll = valueOf(arguments[0]).start(Integer.parseInt(arguments[1]));
        System.out.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String times = in.readLine(); times != null; times = in.readLine()) {
            for (int i = 0; i < Integer.parseInt(times); i++) {
                toAll.accept(TEXT);
            }
        }
    }
}
