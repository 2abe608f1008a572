package dev.aide.client;

import static dev.aide.client.Kinds.kindOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.client.sse.ServerSentEvent;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventStreamTest {

    private static Reply events(String text) {
        return Reply.text(text).with("Content-Type", "text/event-stream; charset=utf-8");
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void gives_events_and_goes_on_after_the_last_one_until_there_are_no_more(ServerKind kind) throws Exception {
        BlockingQueue<ServerSentEvent> seen = new LinkedBlockingQueue<>();
        AtomicInteger connections = new AtomicInteger();
        try (TestServer server = kind.start(request -> switch (connections.incrementAndGet()) {
                    case 1 ->
                        events(
                                "retry: 10\nid: 1\nevent: tick\ndata: a\ndata: b\n\n: comment\nid: 2\ndata: c\n\ndata: cut");
                    case 2 -> Reply.of(503);
                    case 3 -> events("data: d\n\n");
                    default -> Reply.of(204);
                });
                HttpClient client = HttpClient.builder().baseUrl(server.url()).build();
                EventStream stream = client.get("/events").events(seen::add)) {
            Response<Void> end = stream.ended().get(100, TimeUnit.SECONDS);

            assertThat(end.isSuccess()).isTrue();
            assertThat(List.copyOf(seen))
                    .containsExactly(
                            new ServerSentEvent("1", "tick", "a\nb"),
                            new ServerSentEvent("2", "message", "c"),
                            new ServerSentEvent("2", "message", "d"));
            assertThat(server.seen().get(0).header("Accept")).isEqualTo("text/event-stream");
            assertThat(server.seen().get(0).header("Last-Event-ID")).isNull();
            assertThat(server.seen().get(1).header("Last-Event-ID")).isEqualTo("2");
            assertThat(server.seen().get(2).header("Last-Event-ID")).isEqualTo("2");
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void ends_where_trying_again_is_of_no_use(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(
                        request -> request.target().equals("/gone") ? Reply.of(404) : Reply.text("no stream"));
                HttpClient client = HttpClient.builder().baseUrl(server.url()).build();
                EventStream gone = client.get("/gone").events(event -> {});
                EventStream text = client.get("/text").events(event -> {})) {
            assertThat(gone.ended().get(60, TimeUnit.SECONDS).status()).isEqualTo(404);
            assertThat(kindOf(text.ended().get(60, TimeUnit.SECONDS))).isEqualTo(FailureKind.DECODE);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void closing_the_stream_or_the_client_ends_it(ServerKind kind) throws Exception {
        CountDownLatch arrived = new CountDownLatch(2);
        CountDownLatch never = new CountDownLatch(1);
        try (TestServer server = kind.start(request -> {
            arrived.countDown();
            never.await();
            return Reply.of(204);
        })) {
            HttpClient client = HttpClient.builder().baseUrl(server.url()).build();
            EventStream first = client.get("/1").events(event -> {});
            EventStream second = client.get("/2").events(event -> {});
            try {
                assertThat(arrived.await(60, TimeUnit.SECONDS)).isTrue();
                first.close();
                assertThat(kindOf(first.ended().get(60, TimeUnit.SECONDS))).isEqualTo(FailureKind.CANCELLED);
                assertThat(second.ended()).isNotDone();

                client.close();
                assertThat(kindOf(second.ended().get(60, TimeUnit.SECONDS))).isEqualTo(FailureKind.CANCELLED);
            } finally {
                never.countDown();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void closing_while_it_waits_to_reconnect_ends_it_at_once(ServerKind kind) throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        try (TestServer server = kind.start(request -> events("retry: 100000000\ndata: a\n\n"));
                HttpClient client = HttpClient.builder().baseUrl(server.url()).build()) {
            EventStream stream = client.get("/").events(event -> read.countDown());
            assertThat(read.await(60, TimeUnit.SECONDS)).isTrue();
            stream.close();
            assertThat(kindOf(stream.ended().get(60, TimeUnit.SECONDS))).isEqualTo(FailureKind.CANCELLED);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_listener_that_throws_does_not_end_it(ServerKind kind) throws Exception {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        AtomicInteger connections = new AtomicInteger();
        try (TestServer server = kind.start(request -> connections.incrementAndGet() == 1
                        ? events("retry: 1\ndata: bad\n\ndata: good\n\n")
                        : Reply.of(204));
                HttpClient client = HttpClient.builder().baseUrl(server.url()).build();
                EventStream stream = client.get("/").events(event -> {
                    if (event.data().equals("bad")) {
                        throw new IllegalStateException("listener");
                    }
                    seen.add(event.data());
                })) {
            assertThat(stream.ended().get(60, TimeUnit.SECONDS).isSuccess()).isTrue();
            assertThat(List.copyOf(seen)).containsExactly("good");
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_line_without_end_is_TOO_LARGE(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(request -> events("data: " + "x".repeat(100_000)));
                HttpClient client = HttpClient.builder().maxResponseBytes(1_000).build();
                EventStream stream = client.get(server.url()).events(event -> {})) {
            assertThat(kindOf(stream.ended().get(60, TimeUnit.SECONDS))).isEqualTo(FailureKind.TOO_LARGE);
        }
    }
}
