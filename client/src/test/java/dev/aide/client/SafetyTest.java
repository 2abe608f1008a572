package dev.aide.client;

import static dev.aide.client.Kinds.kindOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.client.net.PublicSocketFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SafetyTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    // two loopback addresses, of which one passes for public: nothing else can be served from here
    private static final PublicSocketFactory GUARD = new PublicSocketFactory(LOOPBACK::equals);

    private static byte[] gzip(byte[] piece, int times) throws Exception {
        Buffer zipped = new Buffer();
        try (BufferedSink sink = Okio.buffer(new GzipSink(zipped))) {
            for (int i = 0; i < times; i++) {
                sink.write(piece);
            }
        }
        return zipped.readByteArray();
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_body_over_the_cap_is_TOO_LARGE_and_one_at_the_cap_is_not(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(
                        request -> Reply.bytes(new byte[request.target().equals("/over") ? 1001 : 1000]));
                HttpClient client = HttpClient.builder()
                        .baseUrl(server.url())
                        .maxResponseBytes(1000)
                        .build()) {
            assertThat(client.get("/at").asBytes().send().data())
                    .hasValueSatisfying(b -> assertThat(b).hasSize(1000));
            Response<byte[]> over = client.get("/over").asBytes().send();
            assertThat(kindOf(over)).isEqualTo(FailureKind.TOO_LARGE);
            assertThat(over.status()).isEqualTo(200);
            assertThat(server.seen()).as("too large stays too large").hasSize(2);
        }
    }

    @Test
    void a_head_of_something_large_is_not_too_large() throws Exception {
        try (TestServer server = ServerKind.JETTY.start(request -> Reply.bytes(new byte[5_000]));
                HttpClient client = HttpClient.builder().maxResponseBytes(1_000).build()) {
            Response<String> head = client.head(server.url()).send();

            assertThat(head.isSuccess()).isTrue();
            assertThat(head.data()).isEmpty();
            assertThat(head.headers().firstValue("Content-Length")).contains("5000");
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void gzip_is_unzipped_and_a_bomb_is_stopped_at_the_cap(ServerKind kind) throws Exception {
        byte[] bomb = gzip(new byte[1024 * 1024], 200);
        byte[] honest = gzip("hello".getBytes(java.nio.charset.StandardCharsets.UTF_8), 1);
        try (TestServer server =
                        kind.start(request -> Reply.bytes(request.target().equals("/bomb") ? bomb : honest)
                                .with("Content-Encoding", "gzip"));
                HttpClient client = HttpClient.builder()
                        .baseUrl(server.url())
                        .maxResponseBytes(1024 * 1024)
                        .build()) {
            assertThat(bomb.length).isLessThan(1024 * 1024);
            assertThat(client.get("/honest").send().data()).contains("hello");
            assertThat(server.seen().get(0).header("Accept-Encoding")).isEqualTo("gzip");
            assertThat(kindOf(client.get("/bomb").asBytes().send())).isEqualTo(FailureKind.TOO_LARGE);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_failure_keeps_no_more_than_the_start_of_a_body_even_of_a_bomb(ServerKind kind) throws Exception {
        byte[] bomb = gzip(new byte[1024 * 1024], 200);
        try (TestServer server = kind.start(request ->
                        Reply.bytes(bomb).with("Content-Encoding", "gzip").status(400));
                HttpClient client = HttpClient.builder().build()) {
            assertThat(client.get(server.url()).send())
                    .isInstanceOfSatisfying(
                            Failure.class, failure -> assertThat(failure.body()).hasSize(64 * 1024));
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void gzip_that_is_none_is_a_DECODE_failure(ServerKind kind) throws Exception {
        byte[] cut = java.util.Arrays.copyOf(gzip(new byte[] {1, 2, 3, 4, 5}, 100), 20);
        try (TestServer server = kind.start(
                        request -> (request.target().equals("/cut") ? Reply.bytes(cut) : Reply.text("plain text"))
                                .with("Content-Encoding", "gzip"));
                HttpClient client = HttpClient.builder().baseUrl(server.url()).build()) {
            assertThat(kindOf(client.get("/plain").send())).isEqualTo(FailureKind.DECODE);
            assertThat(kindOf(client.get("/cut").send())).isEqualTo(FailureKind.DECODE);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void private_addresses_are_refused_by_literal_and_by_name(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(request -> Reply.text("inside"));
                HttpClient open = HttpClient.builder().build();
                HttpClient guarded = open.derive()
                        .publicAddressesOnly()
                        .resolver(host -> List.of(LOOPBACK))
                        .build()) {
            assertThat(open.get(server.url()).send().data()).contains("inside");

            Response<String> literal = guarded.get(server.url()).send();
            assertThat(literal).isInstanceOfSatisfying(Failure.class, failure -> {
                assertThat(failure.kind()).isEqualTo(FailureKind.PRIVATE_ADDRESS);
                assertThat(failure.message())
                        .isEqualTo("127.0.0.1 is not connected to: 127.0.0.1 is not a public address,"
                                + " and this client refuses others");
                assertThat(failure.attempts().size()).isEqualTo(1);
            });
            assertThat(kindOf(guarded.get("http://public.example:" + server.port())
                            .send()))
                    .isEqualTo(FailureKind.PRIVATE_ADDRESS);
            assertThat(kindOf(guarded.get("http://[::ffff:127.0.0.1]:" + server.port())
                            .send()))
                    .isEqualTo(FailureKind.PRIVATE_ADDRESS);
            assertThat(kindOf(guarded.get("http://2130706433:" + server.port()).send()))
                    .isEqualTo(FailureKind.PRIVATE_ADDRESS);
            assertThat(server.seen()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_connection_of_an_unguarded_client_is_not_used_by_a_guarded_one(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(request -> Reply.text("inside"));
                HttpClient open = HttpClient.builder().build();
                HttpClient guarded = open.derive().publicAddressesOnly().build()) {
            assertThat(open.get(server.url()).send().isSuccess()).isTrue();
            assertThat(open.transport().connections()).isEqualTo(1);
            assertThat(kindOf(guarded.get(server.url()).send())).isEqualTo(FailureKind.PRIVATE_ADDRESS);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_name_whose_first_address_is_dead_is_reached_at_the_second(ServerKind kind) throws Exception {
        InetAddress dead = InetAddress.getByAddress(new byte[] {127, 0, 0, 99});
        AtomicInteger lookups = new AtomicInteger();
        try (TestServer server = kind.start(request -> Reply.text("ok"));
                HttpClient client = HttpClient.builder()
                        .retries(Retries.none())
                        .resolver(host -> {
                            lookups.incrementAndGet();
                            return List.of(dead, LOOPBACK);
                        })
                        .build()) {
            assertThat(client.post("http://two.example:" + server.port())
                            .json(1)
                            .send()
                            .data())
                    .contains("ok");
            assertThat(server.seen()).hasSize(1);
            assertThat(lookups).hasValue(1);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_resolver_that_fails_in_any_way_is_a_DNS_failure(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(request -> Reply.text("ok"));
                HttpClient empty = HttpClient.builder()
                        .retries(Retries.none())
                        .resolver(host -> List.of())
                        .build();
                HttpClient broken = HttpClient.builder()
                        .retries(Retries.none())
                        .resolver(host -> {
                            throw new IllegalStateException("no table");
                        })
                        .build();
                HttpClient unknown = HttpClient.builder()
                        .retries(Retries.none())
                        .resolver(host -> {
                            throw new UnknownHostException(host);
                        })
                        .build()) {
            String url = "http://a.example:" + server.port();
            assertThat(kindOf(empty.get(url).send())).isEqualTo(FailureKind.DNS);
            assertThat(kindOf(broken.get(url).send())).isEqualTo(FailureKind.DNS);
            assertThat(kindOf(unknown.get(url).send())).isEqualTo(FailureKind.DNS);
        }
    }

    private static InetAddress inside() throws Exception {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_redirect_to_the_name_of_a_private_address_is_refused(ServerKind kind) throws Exception {
        InetAddress inside = inside();
        try (TestServer server = kind.start(request -> Reply.of(302)
                        .with(
                                "Location",
                                "http://inside.example:" + request.target().substring(1)));
                HttpClient client = HttpClient.builder()
                        .guard(GUARD)
                        .resolver(host -> List.of(host.equals("inside.example") ? inside : LOOPBACK))
                        .build()) {
            String url = "http://public.example:" + server.port() + "/" + server.port();
            Response<String> response = client.get(url).send();

            assertThat(response).isInstanceOfSatisfying(Failure.class, failure -> {
                assertThat(failure.kind()).isEqualTo(FailureKind.PRIVATE_ADDRESS);
                assertThat(failure.message())
                        .endsWith("127.0.0.2 is not a public address, and this client refuses others");
            });
            assertThat(response.attempts()).as("not tried again").hasSize(1);
            assertThat(server.seen()).as("the redirect only").hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_name_that_turns_to_a_private_address_is_refused_when_it_is_connected_to_again(ServerKind kind)
            throws Exception {
        InetAddress inside = inside();
        AtomicInteger lookups = new AtomicInteger();
        try (TestServer server = kind.start(request -> Reply.text("outside").with("Connection", "close"));
                HttpClient client = HttpClient.builder()
                        .guard(GUARD)
                        .resolver(host -> List.of(lookups.incrementAndGet() == 1 ? LOOPBACK : inside))
                        .build()) {
            String url = "http://rebinding.example:" + server.port();

            assertThat(client.get(url).send().data()).contains("outside");
            assertThat(kindOf(client.get(url).send())).isEqualTo(FailureKind.PRIVATE_ADDRESS);
            assertThat(lookups).hasValue(2);
            assertThat(server.seen()).hasSize(1);
        }
    }
}
