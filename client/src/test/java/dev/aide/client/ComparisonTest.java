package dev.aide.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.client.auth.Auth;
import dev.aide.client.retry.Backoff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same calls made with plain OkHttp and with this client: the table in docs/client.md, row by row. */
class ComparisonTest {
    private static final Path PAGE = Path.of("..", "docs", "client.md");

    private final OkHttpClient plain = new OkHttpClient();
    private final HttpClient ours = HttpClient.builder()
            .retries(Retries.upTo(2).backoff(Backoff.fixed(Duration.ofMillis(1))))
            .withoutCircuitBreaking()
            .maxResponseBytes(1024 * 1024)
            .build();

    @AfterEach
    void close() {
        plain.dispatcher().executorService().shutdown();
        plain.connectionPool().evictAll();
        ours.close();
    }

    private static void assertRow(String situation, String okHttp, String aide) throws IOException {
        assertThat(Files.readString(PAGE)).contains("| " + situation + " | " + okHttp + " | " + aide + " |");
    }

    private String plainly(Request request) {
        try (okhttp3.Response response = plain.newCall(request).execute()) {
            return response.body().string().length() > 100 ? "a large body" : "HTTP " + response.code();
        } catch (IOException e) {
            return "throws " + e.getClass().getSimpleName();
        }
    }

    private static String result(Response<?> response) {
        return response instanceof Failure<?> failure
                ? failure.kind() + (failure.kind() == FailureKind.HTTP ? " " + failure.status() : "") + ", "
                        + times(failure.attempts().size())
                : "HTTP " + response.status() + ", " + times(response.attempts().size());
    }

    private static String times(int attempts) {
        return attempts == 1 ? "1 attempt" : attempts + " attempts";
    }

    private static String sent(int times) {
        return times == 1 ? "sent once" : "sent more than once";
    }

    private static Request get(String url) {
        return new Request.Builder().url(url).build();
    }

    private static Request post(String url) {
        return new Request.Builder()
                .url(url)
                .post(RequestBody.create("1", null))
                .build();
    }

    @Test
    void broken_answers() throws Exception {
        List<List<String>> rows = List.of(
                List.of("/reset", "reset in the middle of the body"),
                List.of("/too-short", "body shorter than it said"),
                List.of("/bad-chunk", "bad chunk"),
                List.of("/not-http", "an answer that is not HTTP"),
                List.of("/nothing", "closes without an answer"),
                List.of("/bad-gzip", "body that is not gzip as it says"));
        try (FaultServer server = new FaultServer()) {
            for (List<String> row : rows) {
                String url = server.url(row.get(0));
                assertRow(row.get(1), plainly(get(url)), result(ours.get(url).send()));
            }
            String tls = "https://127.0.0.1:" + server.port() + "/";
            assertRow(
                    "TLS to a port that speaks none",
                    plainly(get(tls)),
                    result(ours.get(tls).send()));
        }
    }

    @Test
    void a_server_that_drips() throws Exception {
        try (FaultServer server = new FaultServer()) {
            Call call = plain.newCall(get(server.url("/drip")));
            CompletableFuture<String> reading = CompletableFuture.supplyAsync(() -> {
                try (okhttp3.Response response = call.execute()) {
                    return response.body().string();
                } catch (IOException e) {
                    return "cancelled";
                }
            });
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> server.dripped() >= 50);
            assertThat(reading).isNotDone();
            call.cancel();
            assertThat(reading.get(60, TimeUnit.SECONDS)).isEqualTo("cancelled");

            Response<String> response = ours.get(server.url("/drip"))
                    .deadline(Duration.ofMillis(300))
                    .send();
            assertRow("a byte now and then, for ever", "reads for ever", result(response));
        }
    }

    @Test
    void a_connection_that_dies_under_a_post() throws Exception {
        try (FaultServer server = new FaultServer()) {
            plainly(get(server.url("/ok")));
            String result = plainly(post(server.url("/nothing")));
            int plainPosts = server.posts();
            ours.get(server.url("/ok")).send();
            Response<String> response =
                    ours.post(server.url("/nothing")).json(1).send();

            assertRow(
                    "POST on a kept connection that the server closes",
                    sent(plainPosts) + ", then " + result,
                    sent(server.posts() - plainPosts) + ", then " + result(response));
        }
    }

    @Test
    void a_post_that_is_answered_503() throws Exception {
        try (FaultServer server = new FaultServer()) {
            String result = plainly(post(server.url("/busy")));
            int plainPosts = server.posts();
            Response<String> response = ours.post(server.url("/busy")).json(1).send();

            assertRow(
                    "POST answered 503 with Retry-After: 0",
                    sent(plainPosts) + ", then " + result,
                    sent(server.posts() - plainPosts) + ", then " + result(response));
        }
    }

    @Test
    void a_get_that_is_answered_503() throws Exception {
        try (TestServer server = ServerKind.JETTY.start(request -> Reply.of(503).with("Retry-After", "0"))) {
            String result = plainly(get(server.url()));
            int plainGets = server.seen().size();
            Response<String> response = ours.get(server.url()).send();

            assertRow(
                    "GET answered 503 with Retry-After: 0",
                    sent(plainGets) + ", then " + result,
                    result(response) + ", all seen");
            assertThat(server.seen()).hasSize(plainGets + response.attempts().size());
            assertThat(response.headers().firstValue("Retry-After")).contains("0");
        }
    }

    @Test
    void a_redirect_to_another_origin() throws Exception {
        try (TestServer other = ServerKind.JETTY.start(request -> Reply.of(200));
                TestServer first = ServerKind.JETTY.start(
                        request -> Reply.of(302).with("Location", "http://localhost:" + other.port() + "/"))) {
            plainly(new Request.Builder()
                    .url(first.url())
                    .header("Authorization", "Bearer t")
                    .header("X-API-Key", "k")
                    .build());
            ours.get(first.url())
                    .header("Authorization")
                    .is("Bearer t")
                    .header("X-API-Key")
                    .is("k")
                    .send();
            List<String> arrived = new ArrayList<>();
            for (Seen seen : other.seen()) {
                List<String> headers = new ArrayList<>();
                if (seen.header("Authorization") != null) {
                    headers.add("Authorization");
                }
                if (seen.header("X-API-Key") != null) {
                    headers.add("X-API-Key");
                }
                arrived.add(headers.isEmpty() ? "sends neither" : "sends " + String.join(" and ", headers));
            }
            assertRow("redirect to another origin, with Authorization and X-API-Key", arrived.get(0), arrived.get(1));
        }
    }

    @Test
    void a_gzip_bomb() throws Exception {
        Buffer zipped = new Buffer();
        try (BufferedSink sink = Okio.buffer(new GzipSink(zipped))) {
            sink.write(new byte[50 * 1024 * 1024]);
        }
        byte[] bomb = zipped.readByteArray();
        try (TestServer server =
                ServerKind.JETTY.start(request -> Reply.bytes(bomb).with("Content-Encoding", "gzip"))) {
            assertRow(
                    "50 KB of gzip that are 50 MB",
                    "reads " + (plainly(get(server.url())).equals("a large body") ? "all of it" : "less"),
                    result(ours.get(server.url()).send()));
        }
    }

    @Test
    void a_token_that_has_run_out() throws Exception {
        try (TestServer server = ServerKind.JETTY.start(
                request -> Reply.of("Bearer new".equals(request.header("Authorization")) ? 200 : 401))) {
            CountDownLatch fetched = new CountDownLatch(2);
            Auth auth = Auth.bearer(() -> {
                fetched.countDown();
                return fetched.getCount() == 0 ? "new" : "old";
            });
            assertRow(
                    "a token that has run out",
                    plainly(new Request.Builder()
                            .url(server.url())
                            .header("Authorization", "Bearer old")
                            .build()),
                    result(ours.get(server.url()).auth(auth).send()));
        }
    }

    @Test
    void an_address_inside() throws Exception {
        try (TestServer server = ServerKind.JETTY.start(request -> Reply.of(200));
                HttpClient guarded = ours.derive().publicAddressesOnly().build()) {
            assertRow(
                    "an address given by others, which is 127.0.0.1",
                    plainly(get(server.url())),
                    result(guarded.get(server.url()).send()));
        }
    }

    @Test
    void more_bytes_than_the_answer_said() throws Exception {
        try (FaultServer server = new FaultServer()) {
            try (okhttp3.Response response =
                    plain.newCall(get(server.url("/poison"))).execute()) {
                assertThat(response.body().string()).isEqualTo("ok");
            }
            String plainNext;
            try (okhttp3.Response response =
                    plain.newCall(get(server.url("/ok"))).execute()) {
                plainNext = response.body().string();
            }
            assertThat(ours.get(server.url("/poison")).send().data()).contains("ok");
            String ourNext = ours.get(server.url("/ok")).send().orElse("failure");

            String taken = "the rest is taken for the next answer";
            assertRow(
                    "more bytes than the answer said",
                    plainNext.equals("forged") ? taken : plainNext,
                    ourNext.equals("forged") ? taken : ourNext);
        }
    }
}
