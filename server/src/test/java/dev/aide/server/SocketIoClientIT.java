package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aide.server.gate.Gate;
import dev.aide.server.socket.Acknowledgement;
import dev.aide.server.socket.EventHandler;
import dev.aide.server.socket.Message;
import dev.aide.server.socket.Namespace;
import dev.aide.server.socket.NamespaceBuilder;
import dev.aide.server.socket.Receipt;
import dev.aide.server.socket.Receipt.Outcome;
import dev.aide.server.socket.Sockets;
import dev.aide.server.token.Grant;
import dev.aide.server.token.Tokens;
import dev.aide.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients in Node: that of the npm registry, over each of its transports, and a bare WebSocket. */
class SocketIoClientIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int SCENARIOS = 15;

    private final Queue<Receipt> receipts = new ConcurrentLinkedQueue<>();

    @TempDir
    private Path folder;

    private Sockets sockets;

    @BeforeAll
    static void require() throws Exception {
        NodeClient.require();
    }

    @ParameterizedTest
    @ValueSource(strings = {"polling", "websocket", "default"})
    void the_npm_client_finds_all_that_it_expects(String transports) throws Exception {
        try (Database database = Database.open("jdbc:sqlite:" + folder.resolve("security.db"))) {
            Tokens tokens = tokens(database);
            try (Portal portal = portal(tokens, database).start()) {
                List<String> lines = NodeClient.script("socket-io.cjs", portal.url(), token(tokens), transports);

                assertThat(lines).hasSize(SCENARIOS).allMatch(line -> line.startsWith("ok "));
            }
        }
    }

    @Test
    void a_bare_websocket_of_node_speaks_plain_json() throws Exception {
        try (Database database = Database.open("jdbc:sqlite:" + folder.resolve("security.db"))) {
            Tokens tokens = tokens(database);
            try (Portal portal = portal(tokens, database).start()) {
                List<String> lines = NodeClient.script("json.cjs", portal.url(), token(tokens));

                assertThat(lines).hasSize(4).allMatch(line -> line.startsWith("ok "));
            }
        }
    }

    private static Tokens tokens(Database database) {
        return TestTokens.in(database);
    }

    private static String token(Tokens tokens) {
        return tokens.issue(Grant.of("ada")).accessToken();
    }

    private Portal portal(Tokens tokens, Database store) {
        sockets = Sockets.builder()
                .json("/ws")
                .store(store)
                .namespace("/", this::everybody)
                .namespace("/members", this::members)
                .namespace("/kept", kept -> kept.connect(Gate.bearer()))
                .build();
        return Portal.builder()
                .port(0)
                // nobody answers for connections that were dropped
                .stopTimeout(Duration.ofSeconds(1))
                .tokens(tokens)
                .sockets(sockets)
                .build();
    }

    private void everybody(NamespaceBuilder namespace) {
        namespace
                .connect(Gate.open())
                .connected(socket -> socket.emit("auth", socket.auth()))
                .on("echo", Gate.open(), message -> message.arguments().get(0))
                .on("later", Gate.open(), SocketIoClientIT::later)
                .on("ask me", Gate.open(), this::question)
                .on("repeat", Gate.open(), message -> {
                    message.socket().emit("number", message.arguments().get(0));
                    return null;
                })
                .on("join", Gate.open(), message -> {
                    message.socket().join(message.argument(0, String.class));
                    return null;
                })
                .on("leave", Gate.open(), message -> {
                    message.socket().leave(message.argument(0, String.class));
                    return null;
                })
                .on("tell", Gate.open(), tell())
                .on("keep", Gate.open(), this::keep)
                .on("outcomes", Gate.open(), message -> outcomes())
                .on("members only", Gate.bearer(), message -> "welcome")
                .on("kick me", Gate.open(), message -> {
                    message.socket().disconnect();
                    return null;
                });
    }

    private void members(NamespaceBuilder namespace) {
        namespace
                .connect(Gate.bearer())
                .on("who", Gate.bearer(), message -> message.caller().id())
                .on("tell", Gate.bearer(), tell())
                .on("join as user", Gate.bearer(), message -> {
                    namespaceOf(message).joinGroup(message.caller().id(), message.argument(0, String.class));
                    return null;
                })
                .on("leave as user", Gate.bearer(), message -> {
                    namespaceOf(message).leaveGroup(message.caller().id(), message.argument(0, String.class));
                    return null;
                });
    }

    private CompletionStage<?> keep(Message message) {
        Receipt receipt = sockets.of("/kept")
                .stored(Duration.ofDays(7))
                .sendToUser("ada", "note", message.arguments().get(0), new byte[] {7});
        receipts.add(receipt);
        return receipt.kept();
    }

    private CompletionStage<List<Outcome>> outcomes() {
        List<CompletableFuture<Outcome>> all =
                receipts.stream().map(Receipt::outcome).toList();
        receipts.clear();
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .thenApply(done -> all.stream().map(CompletableFuture::join).toList());
    }

    private static Namespace namespaceOf(Message message) {
        return message.socket().namespace();
    }

    private static EventHandler tell() {
        return message -> namespaceOf(message)
                .sendToGroup(message.argument(0, String.class), "news", message.argument(1, String.class));
    }

    private CompletionStage<Acknowledgement> question(Message message) {
        return message.socket()
                .emitWithAck(PATIENCE, "question", message.argument(0, Integer.class))
                .thenApply(answer -> Acknowledgement.of(List.of(answer.get(0), length(answer.get(1)))));
    }

    private static CompletionStage<JsonNode> later(Message message) {
        return CompletableFuture.supplyAsync(() -> message.arguments().get(0));
    }

    private static int length(JsonNode bytes) {
        try {
            return bytes.binaryValue().length;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
