package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aide.server.gate.Gate;
import dev.aide.server.socket.Namespace;
import dev.aide.server.socket.Receipt;
import dev.aide.server.socket.Receipt.Outcome;
import dev.aide.server.socket.Sockets;
import dev.aide.server.socket.SocketsBuilder;
import dev.aide.server.token.Grant;
import dev.aide.server.token.Tokens;
import dev.aide.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Messages that are kept until they are acknowledged, frame by frame. */
class DeliveryTest {
    private static final Duration WEEK = Duration.ofDays(7);

    @TempDir
    private Path folder;

    private Database security;
    private Tokens tokens;
    private Database store;
    private Portal portal;
    private Namespace main;

    @BeforeEach
    void openTokens() {
        security = Database.open("jdbc:sqlite:" + folder.resolve("security.db"));
        tokens = TestTokens.in(security);
    }

    @AfterEach
    void closeAll() {
        stop();
        security.close();
    }

    private void stop() {
        if (portal != null) {
            portal.stop();
        }
        if (store != null) {
            store.close();
        }
    }

    private void start(SocketsBuilder builder) {
        Sockets sockets =
                builder.namespace("/", chat -> chat.connect(Gate.bearer())).build();
        main = sockets.of("/");
        portal =
                Portal.builder().port(0).tokens(tokens).sockets(sockets).build().start();
    }

    private void startOn(String url) {
        startOn(url, Sockets.builder());
    }

    private void startOn(String url, SocketsBuilder builder) {
        store = Database.open(url);
        start(builder.store(store));
    }

    private RawSocket connect(String user) throws InterruptedException {
        RawSocket raw = RawSocket.open(portal, "/socket.io/?EIO=4&transport=websocket");
        raw.next();
        String token = tokens.issue(Grant.of(user)).accessToken();
        assertThat(raw.send("40{\"token\":\"" + token + "\"}").next()).startsWith("40{\"sid\":");
        return raw;
    }

    private static Outcome outcome(Receipt receipt) throws Exception {
        return receipt.outcome().get(60, TimeUnit.SECONDS);
    }

    private static void awaitKept(Receipt receipt) throws Exception {
        receipt.kept().get(60, TimeUnit.SECONDS);
    }

    /** The event without its acknowledgement's number, which is sent back. */
    private static String acknowledged(RawSocket raw) throws InterruptedException {
        String frame = raw.next();
        String number = frame.substring(2, frame.indexOf('['));
        assertThat(number).as(frame).isNotEmpty();
        raw.send("43" + number + "[]");
        return frame.substring(frame.indexOf('['));
    }

    private static String event(String values, Receipt receipt) {
        return "[" + values + ",\"" + receipt.id() + "\"]";
    }

    /** Messages come in order: what is sent now would come after what waits. */
    private void assertNothingWaits(String user, RawSocket raw) throws Exception {
        Receipt marker = main.atLeastOnce(WEEK).sendToUser(user, "marker");
        assertThat(acknowledged(raw)).isEqualTo(event("\"marker\"", marker));
        assertThat(outcome(marker)).isEqualTo(Outcome.DELIVERED);
    }

    @ParameterizedTest
    @EnumSource
    void a_user_who_was_away_gets_all_in_order_and_once(DatabaseKind kind) throws Exception {
        startOn(kind.newDatabase(folder));
        List<Receipt> receipts = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            receipts.add(main.stored(WEEK).sendToUser("ada", "note", i));
        }
        awaitKept(receipts.get(119));

        try (RawSocket ada = connect("ada")) {
            for (int i = 0; i < 120; i++) {
                assertThat(acknowledged(ada)).isEqualTo(event("\"note\"," + i, receipts.get(i)));
            }
            for (Receipt receipt : receipts) {
                assertThat(outcome(receipt)).isEqualTo(Outcome.DELIVERED);
            }
        }
        try (RawSocket ada = connect("ada")) {
            assertNothingWaits("ada", ada);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_was_not_acknowledged_comes_again_with_the_same_id(DatabaseKind kind) throws Exception {
        startOn(kind.newDatabase(folder));
        Receipt receipt;
        try (RawSocket ada = connect("ada")) {
            receipt = main.stored(WEEK).sendToUser("ada", "note", "hello");
            assertThat(ada.next()).endsWith(event("\"note\",\"hello\"", receipt));
            assertNothingWaits("ada", ada);
        }
        assertThat(receipt.outcome()).isNotDone();
        try (RawSocket ada = connect("ada")) {
            assertThat(acknowledged(ada)).isEqualTo(event("\"note\",\"hello\"", receipt));
            assertThat(outcome(receipt)).isEqualTo(Outcome.DELIVERED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_stored_outlives_the_portal(DatabaseKind kind) throws Exception {
        String url = kind.newDatabase(folder);
        startOn(url);
        Receipt first = main.stored(WEEK).sendToUser("ada", "note", 1, List.of(true));
        Receipt second = main.atLeastOnce(WEEK).sendToUser("ada", "note", 2);
        stop();
        awaitKept(first);
        awaitKept(second);

        startOn(url);
        try (RawSocket ada = connect("ada")) {
            assertThat(acknowledged(ada)).isEqualTo(event("\"note\",1,[true]", first));
            assertThat(acknowledged(ada)).isEqualTo(event("\"note\",2", second));
        }
    }

    @ParameterizedTest
    @EnumSource
    void groups_outlive_the_portal(DatabaseKind kind) throws Exception {
        String url = kind.newDatabase(folder);
        startOn(url);
        main.joinGroup("ada", "team");
        main.joinGroup("bob", "team");
        main.leaveGroup("bob", "team");
        stop();

        startOn(url);
        assertThat(main.membersOf("team")).containsExactly("ada");
        Receipt receipt = main.stored(WEEK).sendToGroup("team", "news").get(0);
        try (RawSocket ada = connect("ada")) {
            assertThat(acknowledged(ada)).isEqualTo(event("\"news\"", receipt));
            assertThat(main.users("team")).containsExactly("ada");
            assertThat(main.sendToGroup("team", "hello")).isEqualTo(1);
            assertThat(ada.next()).isEqualTo("42[\"hello\"]");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_expires_is_not_delivered_and_the_receipt_says_so(DatabaseKind kind) throws Exception {
        startOn(kind.newDatabase(folder));
        Receipt receipt = main.stored(Duration.ofMillis(1)).sendToUser("ada", "note", "late");

        assertThat(outcome(receipt)).isEqualTo(Outcome.EXPIRED);
        try (RawSocket ada = connect("ada")) {
            assertNothingWaits("ada", ada);
        }
        assertThat(store.query("SELECT count(*) AS n FROM aide_socket_letter")
                        .list()
                        .get(0)
                        .number("n"))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void more_than_may_wait_for_a_user_is_refused(DatabaseKind kind) throws Exception {
        startOn(kind.newDatabase(folder), Sockets.builder().maxKept(2));
        awaitKept(main.stored(WEEK).sendToUser("ada", "note", 1));
        awaitKept(main.stored(WEEK).sendToUser("ada", "note", 2));
        Receipt third = main.stored(WEEK).sendToUser("ada", "note", 3);
        Receipt other = main.stored(WEEK).sendToUser("bob", "note", 3);

        awaitKept(other);
        assertThatThrownBy(() -> awaitKept(third))
                .rootCause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("as many messages as may wait for 'ada' do already; see maxKept(...)");
        assertThatThrownBy(() -> outcome(third)).rootCause().isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource
    void a_message_that_is_too_large_to_be_read_since_does_not_hold_up_the_others(DatabaseKind kind) throws Exception {
        String url = kind.newDatabase(folder);
        startOn(url);
        awaitKept(main.stored(WEEK).sendToUser("ada", "note", "x".repeat(1000)));
        Receipt small = main.stored(WEEK).sendToUser("ada", "note", "small");
        awaitKept(small);
        stop();

        startOn(url, Sockets.builder().maxPayload(500));
        try (RawSocket ada = connect("ada")) {
            assertThat(acknowledged(ada)).isEqualTo(event("\"note\",\"small\"", small));
            assertNothingWaits("ada", ada);
        }
    }

    @Test
    void what_depends_on_a_receipt_may_write_and_wait_for_it() throws Exception {
        startOn(DatabaseKind.SQLITE.newDatabase(folder));
        CompletableFuture<Void> second = new CompletableFuture<>();
        store.useTransaction(writing -> {
            writing.execute("CREATE TABLE held (id INTEGER)");
            // not kept before the transaction ends, so what follows runs on the thread that brings the news
            var unused = main.stored(WEEK).sendToUser("ada", "note").kept().thenRun(() -> {
                main.stored(WEEK)
                        .sendToUser("bob", "note")
                        .kept()
                        .orTimeout(30, TimeUnit.SECONDS)
                        .join();
                second.complete(null);
            });
        });

        second.get(60, TimeUnit.SECONDS);
    }

    @Test
    void handlers_on_all_threads_may_wait_for_their_receipts() throws Exception {
        int clients = 24;
        List<RawSocket> all = new ArrayList<>();
        store = Database.open(DatabaseKind.SQLITE.newDatabase(folder));
        Sockets sockets = Sockets.builder()
                .store(store)
                .namespace(
                        "/",
                        chat -> chat.connect(Gate.bearer()).on("keep", Gate.bearer(), message -> {
                            main.stored(WEEK).sendToUser("bob", "note").kept().join();
                            return "kept";
                        }))
                .build();
        main = sockets.of("/");
        portal = Portal.builder()
                .port(0)
                .maxThreads(8)
                .tokens(tokens)
                .sockets(sockets)
                .build()
                .start();
        for (int i = 0; i < clients; i++) {
            all.add(connect("ada"));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> main.count() == clients);
        store.useTransaction(writing -> {
            writing.execute("CREATE TABLE held (id INTEGER)");
            all.forEach(raw -> raw.send("421[\"keep\"]"));
        });

        for (RawSocket raw : all) {
            assertThat(raw.next()).isEqualTo("431[\"kept\"]");
            raw.close();
        }
    }

    @Test
    void without_a_store_messages_are_kept_in_memory() throws Exception {
        start(Sockets.builder());
        Receipt first = main.atLeastOnce(WEEK).sendToUser("ada", "note", 1);
        Receipt late = main.atLeastOnce(Duration.ofMillis(1)).sendToUser("ada", "note", "late");
        Receipt second = main.atLeastOnce(WEEK).sendToUser("ada", "note", 2);
        assertThat(outcome(late)).isEqualTo(Outcome.EXPIRED);

        try (RawSocket ada = connect("ada")) {
            assertThat(acknowledged(ada)).isEqualTo(event("\"note\",1", first));
            assertThat(outcome(first)).isEqualTo(Outcome.DELIVERED);
            assertThat(ada.next()).endsWith(event("\"note\",2", second));
        }
        try (RawSocket ada = connect("ada")) {
            assertThat(acknowledged(ada)).isEqualTo(event("\"note\",2", second));
            assertThat(outcome(second)).isEqualTo(Outcome.DELIVERED);
        }
    }

    @Test
    void without_a_store_nothing_is_stored_and_that_is_said_at_once() {
        start(Sockets.builder());

        assertThatThrownBy(() -> main.stored(WEEK))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("these sockets have no store in which messages outlive the process: give them one with"
                        + " Sockets.builder().store(database), or send with atLeastOnce(...)");
    }

    @Test
    void a_client_that_acknowledges_nothing_gets_each_message_once() throws Exception {
        start(Sockets.builder().ackTimeout(Duration.ofMillis(500)));
        try (RawSocket ada = connect("ada")) {
            for (int i = 0; i < 120; i++) {
                main.atLeastOnce(WEEK).sendToUser("ada", "note", i);
            }
            for (int i = 0; i < 120; i++) {
                assertThat(ada.next()).contains("[\"note\"," + i + ",");
            }
            main.atLeastOnce(WEEK).sendToUser("ada", "marker");
            assertThat(ada.next()).contains("[\"marker\",");
        }
        try (RawSocket ada = connect("ada")) {
            assertThat(ada.next()).contains("[\"note\",0,");
        }
    }

    @Test
    void plain_json_gets_and_acknowledges_what_is_kept() throws Exception {
        start(Sockets.builder().json("/ws"));
        Receipt receipt = main.atLeastOnce(WEEK).sendToUser("ada", "note", 1);
        try (RawSocket ada = RawSocket.open(portal, "/ws")) {
            String token = tokens.issue(Grant.of("ada")).accessToken();
            ada.send("{\"connect\":\"/\",\"auth\":{\"token\":\"" + token + "\"}}");
            assertThat(ada.next()).startsWith("{\"connected\":\"/\"");
            assertThat(ada.next()).isEqualTo("{\"event\":\"note\",\"data\":[1,\"" + receipt.id() + "\"],\"id\":0}");
            ada.send("{\"ack\":0,\"data\":[]}");

            assertThat(outcome(receipt)).isEqualTo(Outcome.DELIVERED);
        }
    }

    @Test
    void the_first_socket_that_acknowledges_does_so_for_all_of_a_user() throws Exception {
        start(Sockets.builder());
        try (RawSocket phone = connect("ada");
                RawSocket desk = connect("ada")) {
            await().atMost(Duration.ofSeconds(60)).until(() -> main.count() == 2);
            Receipt receipt = main.atLeastOnce(WEEK).sendToUser("ada", "note");
            assertThat(phone.next()).endsWith(event("\"note\"", receipt));
            assertThat(acknowledged(desk)).isEqualTo(event("\"note\"", receipt));
            assertThat(outcome(receipt)).isEqualTo(Outcome.DELIVERED);
        }
        try (RawSocket ada = connect("ada")) {
            assertNothingWaits("ada", ada);
        }
    }

    @Test
    void a_group_is_all_its_members_and_all_are_those_who_are_here() throws Exception {
        start(Sockets.builder());
        main.joinGroup("ada", "team");
        main.joinGroup("bob", "team");
        try (RawSocket ada = connect("ada")) {
            await().atMost(Duration.ofSeconds(60)).until(() -> main.isOnline("ada"));
            List<Receipt> team = main.atLeastOnce(WEEK).sendToGroup("team", "news", 1);
            List<Receipt> all = main.atLeastOnce(WEEK).broadcast("news", 2);

            assertThat(team).extracting(Receipt::user).containsExactly("ada", "bob");
            assertThat(all).extracting(Receipt::user).containsExactly("ada");
            assertThat(acknowledged(ada)).isEqualTo(event("\"news\",1", team.get(0)));
            assertThat(acknowledged(ada)).isEqualTo(event("\"news\",2", all.get(0)));
            try (RawSocket bob = connect("bob")) {
                assertThat(acknowledged(bob)).isEqualTo(event("\"news\",1", team.get(1)));
                assertNothingWaits("bob", bob);
            }
        }
    }

    @Test
    void what_can_not_be_kept_is_refused_at_once() {
        start(Sockets.builder().maxPayload(1000));

        assertThatThrownBy(() -> main.atLeastOnce(WEEK).sendToUser("ada", "note", "x".repeat(1000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a message that is kept has at most 1000 characters as JSON, with bytes in Base64, and this"
                        + " one has 1061");
        byte[] bytes = {1};
        assertThatThrownBy(() -> main.atLeastOnce(WEEK)
                        .sendToUser(
                                "ada", "note", bytes, bytes, bytes, bytes, bytes, bytes, bytes, bytes, bytes, bytes,
                                bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no event: a packet has at most 10 attachments");
        assertThatThrownBy(() -> main.atLeastOnce(WEEK).sendToUser("", "note"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("messages are kept for users, and '' is nobody");
        assertThatThrownBy(() -> main.atLeastOnce(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a message is kept for more than no time, not for PT0S");
    }

    @Test
    void a_node_may_be_without_its_database_for_longer_than_it_looks_for_it() {
        assertThatThrownBy(() -> Sockets.builder().nodeTimeout(Duration.ofSeconds(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nodeTimeout is at least PT3S, not PT2S: nodes look each second");
    }
}
