package dev.aide.server;

import dev.aide.server.gate.Gate;
import dev.aide.server.socket.Message;
import dev.aide.server.socket.Namespace;
import dev.aide.server.socket.NamespaceBuilder;
import dev.aide.server.socket.Receipt;
import dev.aide.server.socket.Receipt.Outcome;
import dev.aide.server.socket.Sockets;
import dev.aide.server.token.Tokens;
import dev.aide.store.Database;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** A program with sockets, one node of several: its events call what a program may call. Ends with its standard input. */
final class SocketNode {

    private SocketNode() {}

    /** Begins: the database's URL, and for how many seconds a node may not reach it. */
    public static void main(String[] arguments) throws Exception {
        try (Database database = Database.open(arguments[0])) {
            Sockets sockets = Sockets.builder()
                    .store(database)
                    .maxKept(1_000_000)
                    .nodeTimeout(Duration.ofSeconds(Integer.parseInt(arguments[1])))
                    .namespace("/", SocketNode::main)
                    .build();
            try (Portal portal = Portal.builder()
                    .port(0)
                    .tokens(tokens(database))
                    .sockets(sockets)
                    .build()
                    .start()) {
                System.out.println("listening on " + portal.url());
                while (System.in.read() >= 0) {
                    // until it is told to end
                }
            }
        }
    }

    /** Issues and checks the tokens of all nodes. */
    static Tokens tokens(Database database) {
        return TestTokens.in(database);
    }

    private static void main(NamespaceBuilder namespace) {
        Gate gate = Gate.bearer();
        namespace
                .connect(gate)
                .on("to user", gate, call -> of(call).sendToUser(text(call, 0), text(call, 1), text(call, 2)))
                .on("to group", gate, call -> of(call).sendToGroup(text(call, 0), text(call, 1), text(call, 2)))
                .on("to all", gate, call -> of(call).broadcast(text(call, 0), text(call, 1)))
                .on("keep", gate, SocketNode::kept)
                .on("outcome", gate, SocketNode::outcome)
                .on("join", gate, call -> {
                    of(call).joinGroup(text(call, 0), text(call, 1));
                    return null;
                })
                .on("leave", gate, call -> {
                    of(call).leaveGroup(text(call, 0), text(call, 1));
                    return null;
                })
                .on("disconnect user", gate, call -> of(call).disconnectUser(text(call, 0)))
                .on("users", gate, call -> of(call).users())
                .on("users of group", gate, call -> of(call).users(text(call, 0)))
                .on("members", gate, call -> of(call).membersOf(text(call, 0)))
                .on("groups", gate, call -> of(call).groupsOf(text(call, 0)))
                .on("is online", gate, call -> of(call).isOnline(text(call, 0)))
                .on("count", gate, call -> of(call).count());
    }

    private static CompletionStage<Void> kept(Message call) {
        return stored(call).kept();
    }

    private static CompletionStage<Outcome> outcome(Message call) {
        return stored(call).outcome();
    }

    private static Receipt stored(Message call) {
        return of(call).stored(Duration.ofDays(1)).sendToUser(text(call, 0), "kept", text(call, 1));
    }

    private static Namespace of(Message call) {
        return call.socket().namespace();
    }

    private static String text(Message call, int index) {
        return call.argument(index, String.class);
    }
}
