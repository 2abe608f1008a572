package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.server.gate.Gate;
import dev.aide.server.limit.RateLimit;
import dev.aide.server.socket.Delivery;
import dev.aide.server.socket.EventHandler;
import dev.aide.server.socket.Message;
import dev.aide.server.socket.Namespace;
import dev.aide.server.socket.NamespaceBuilder;
import dev.aide.server.socket.Receipt;
import dev.aide.server.socket.Receipt.Outcome;
import dev.aide.server.socket.Sockets;
import dev.aide.server.token.ApiKeys;
import dev.aide.server.token.Grant;
import dev.aide.server.token.Tokens;
import dev.aide.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sockets with identity, as the client of the npm registry sees them, over each of its transports. */
class SocketFeaturesIT {
    private static final int SCENARIOS = 16;

    private final Map<String, CompletableFuture<String>> answers = new ConcurrentHashMap<>();
    private final Map<String, Receipt> receipts = new ConcurrentHashMap<>();

    @TempDir
    private Path folder;

    private Database database;
    private Tokens tokens;
    private ApiKeys apiKeys;
    private Sockets sockets;
    private Portal portal;

    @BeforeAll
    static void require() throws Exception {
        NodeClient.require();
    }

    @BeforeEach
    void start() {
        database = Database.open("jdbc:sqlite:" + folder.resolve("security.db"));
        tokens = TestTokens.in(database);
        apiKeys = ApiKeys.open(database);
        sockets = Sockets.builder()
                .store(database)
                .maxWaiting(2)
                .namespace("/", this::everybody)
                .namespace("/members", members -> members.connect(Gate.bearer()).on("who", Gate.bearer(), who()))
                .namespace("/robots", robots -> robots.connect(Gate.apiKey()).on("who", Gate.apiKey(), who()))
                .namespace("/program", this::program)
                .build();
        portal = Portal.builder()
                .port(0)
                // nobody answers for connections that were dropped
                .stopTimeout(Duration.ofSeconds(1))
                .tokens(tokens)
                .apiKeys(apiKeys)
                .sockets(sockets)
                .build()
                .start();
    }

    @AfterEach
    void stop() {
        portal.stop();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"polling", "websocket", "default"})
    void the_npm_client_has_every_feature(String transports) throws Exception {
        List<String> lines = NodeClient.script("features.cjs", portal.url(), transports);

        assertThat(lines).hasSize(SCENARIOS).allMatch(line -> line.startsWith("ok "));
    }

    private static EventHandler who() {
        return message -> message.caller().id();
    }

    private void everybody(NamespaceBuilder namespace) {
        namespace
                .connect(Gate.open())
                .on("echo", Gate.open(), message -> message.arguments().get(0))
                .on("never", Gate.open(), message -> never())
                .on("record", Gate.open(), message -> {
                    message.socket().emit("recorded", message.arguments().get(0));
                    return null;
                })
                .on("once a day", Gate.open().limit(RateLimit.perIp(1, Duration.ofDays(1))), message -> "today")
                .on("who", Gate.bearer(), who())
                .on("login", Gate.open(), message -> {
                    message.socket().authenticate(text(message, 0));
                    return message.socket().caller().id();
                })
                .on("ask me", Gate.open(), this::question);
    }

    private static CompletionStage<String> never() {
        return new CompletableFuture<>();
    }

    private CompletionStage<String> question(Message message) {
        CompletableFuture<String> answer = message.socket()
                .emitWithAck(millis(message, 0), "question", "really?")
                .handle((values, error) -> error == null
                        ? values.get(0).textValue()
                        : error.getClass().getSimpleName());
        if (message.arguments().size() > 1) {
            var unused = answer.thenAccept(answerTo(text(message, 1))::complete);
        }
        return answer;
    }

    private CompletableFuture<String> answerTo(String question) {
        return answers.computeIfAbsent(question, unused -> new CompletableFuture<>());
    }

    /** What the program does by itself, as it is told by a client of its own. */
    private void program(NamespaceBuilder program) {
        program.connect(Gate.open())
                .on(
                        "token",
                        Gate.open(),
                        message -> tokens.issue(Grant.of(text(message, 0))).accessToken())
                .on("apiKey", Gate.open(), message -> apiKeys.create("key", Grant.of(text(message, 0))))
                .on("revoke", Gate.open(), message -> {
                    tokens.revoke(text(message, 0));
                    return null;
                })
                .on(
                        "sendToUser",
                        Gate.open(),
                        message -> namespace(message)
                                .sendToUser(
                                        text(message, 1),
                                        text(message, 2),
                                        message.arguments().get(3)))
                .on(
                        "sendToGroup",
                        Gate.open(),
                        message -> namespace(message)
                                .sendToGroup(
                                        text(message, 1),
                                        text(message, 2),
                                        message.arguments().get(3)))
                .on(
                        "broadcast",
                        Gate.open(),
                        message -> namespace(message)
                                .broadcast(text(message, 1), message.arguments().get(2)))
                .on("joinGroup", Gate.open(), message -> {
                    namespace(message).joinGroup(text(message, 1), text(message, 2));
                    return null;
                })
                .on("leaveGroup", Gate.open(), message -> {
                    namespace(message).leaveGroup(text(message, 1), text(message, 2));
                    return null;
                })
                .on("disconnectUser", Gate.open(), message -> namespace(message).disconnectUser(text(message, 1)))
                .on("users", Gate.open(), message -> namespace(message).users())
                .on("usersOf", Gate.open(), message -> namespace(message).users(text(message, 1)))
                .on("isOnline", Gate.open(), message -> namespace(message).isOnline(text(message, 1)))
                .on("count", Gate.open(), message -> namespace(message).count())
                .on("keep", Gate.open(), this::keep)
                .on("outcome", Gate.open(), this::outcome)
                .on("answer to", Gate.open(), this::answer);
    }

    private CompletionStage<Outcome> outcome(Message message) {
        return receipts.get(text(message, 0)).outcome();
    }

    private CompletionStage<String> answer(Message message) {
        return answerTo(text(message, 0));
    }

    private CompletionStage<String> keep(Message message) {
        Namespace members = sockets.of("/members");
        Function<Duration, Delivery> tier = text(message, 0).equals("stored") ? members::stored : members::atLeastOnce;
        Receipt receipt = tier.apply(millis(message, 2))
                .sendToUser(text(message, 1), "note", message.arguments().get(3));
        receipts.put(receipt.id(), receipt);
        return receipt.kept().thenApply(kept -> receipt.id());
    }

    private Namespace namespace(Message message) {
        return sockets.of(text(message, 0));
    }

    private static String text(Message message, int index) {
        return message.argument(index, String.class);
    }

    private static Duration millis(Message message, int index) {
        return Duration.ofMillis(message.argument(index, Long.class));
    }
}
