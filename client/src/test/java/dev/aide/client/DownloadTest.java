package dev.aide.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.client.retry.Backoff;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DownloadTest {
    private static final byte[] CONTENT = new byte[300_000];

    @TempDir
    private Path folder;

    private Path file;
    private Path part;
    private Path validator;

    @BeforeEach
    void name_files() {
        new Random(7).nextBytes(CONTENT);
        file = folder.resolve("data.bin");
        part = folder.resolve("data.bin.part");
        validator = folder.resolve("data.bin.part.validator");
    }

    private static Reply ranged(Seen request) {
        String range = request.header("Range");
        Reply whole = Reply.bytes(CONTENT).with("ETag", "\"v1\"");
        if (range == null || !"\"v1\"".equals(request.header("If-Range"))) {
            return whole;
        }
        int from = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
        if (from >= CONTENT.length) {
            return Reply.of(416).with("Content-Range", "bytes */" + CONTENT.length);
        }
        return Reply.bytes(Arrays.copyOfRange(CONTENT, from, CONTENT.length))
                .status(206)
                .with("ETag", "\"v1\"")
                .with("Content-Range", "bytes " + from + "-" + (CONTENT.length - 1) + "/" + CONTENT.length);
    }

    private void assertWhole(Response<Path> response) throws Exception {
        assertThat(response.data()).contains(file);
        assertThat(Files.readAllBytes(file)).isEqualTo(CONTENT);
        assertThat(part).doesNotExist();
        assertThat(validator).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void writes_a_file_beyond_the_cap_and_tells_progress(ServerKind kind) throws Exception {
        List<Progress> progress = new CopyOnWriteArrayList<>();
        try (TestServer server = kind.start(DownloadTest::ranged);
                HttpClient client = HttpClient.builder().maxResponseBytes(10).build()) {
            assertWhole(client.get(server.url())
                    .onDownload(progress::add)
                    .downloadTo(file)
                    .send());

            assertThat(progress).isNotEmpty().isSortedAccordingTo((a, b) -> Long.compare(a.bytes(), b.bytes()));
            assertThat(progress.get(progress.size() - 1))
                    .isEqualTo(new Progress(CONTENT.length, OptionalLong.of(CONTENT.length)));
            assertThat(server.only().header("Accept-Encoding")).isEqualTo("identity");
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void goes_on_where_an_earlier_download_stopped(ServerKind kind) throws Exception {
        Files.write(part, Arrays.copyOf(CONTENT, 100_000));
        Files.writeString(validator, "\"v1\"");
        try (TestServer server = kind.start(DownloadTest::ranged);
                HttpClient client = HttpClient.builder().build()) {
            assertWhole(client.get(server.url()).downloadTo(file).sendAsync().get(60, TimeUnit.SECONDS));

            assertThat(server.only().header("Range")).isEqualTo("bytes=100000-");
            assertThat(server.only().header("If-Range")).isEqualTo("\"v1\"");
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void starts_over_when_the_server_has_something_else_now(ServerKind kind) throws Exception {
        Files.write(part, new byte[100_000]);
        Files.writeString(validator, "\"v0\"");
        try (TestServer server = kind.start(DownloadTest::ranged);
                HttpClient client = HttpClient.builder().build()) {
            assertWhole(client.get(server.url()).downloadTo(file).send());
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_part_that_nothing_vouches_for_is_not_gone_on_with(ServerKind kind) throws Exception {
        Files.write(part, new byte[100_000]);
        try (TestServer server = kind.start(DownloadTest::ranged);
                HttpClient client = HttpClient.builder().build()) {
            assertWhole(client.get(server.url()).downloadTo(file).send());
            assertThat(server.only().header("Range")).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_part_that_is_whole_already_is_taken(ServerKind kind) throws Exception {
        Files.write(part, CONTENT);
        Files.writeString(validator, "\"v1\"");
        try (TestServer server = kind.start(DownloadTest::ranged);
                HttpClient client = HttpClient.builder().build()) {
            assertWhole(client.get(server.url()).downloadTo(file).send());
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void another_part_than_asked_for_is_not_glued_on(ServerKind kind) throws Exception {
        Files.write(part, Arrays.copyOf(CONTENT, 100_000));
        Files.writeString(validator, "\"v1\"");
        try (TestServer server = kind.start(request -> request.header("Range") == null
                        ? ranged(request)
                        : Reply.bytes(new byte[5]).status(206).with("Content-Range", "bytes 7-11/300000"));
                HttpClient client = HttpClient.builder()
                        .retries(Retries.upTo(1).backoff(Backoff.fixed(Duration.ofMillis(1))))
                        .build()) {
            assertWhole(client.get(server.url()).downloadTo(file).send());
            assertThat(server.seen()).hasSize(2);
        }
    }

    @Test
    void a_connection_that_breaks_is_gone_on_with_in_the_same_call() throws Exception {
        try (MockWebServer server = new MockWebServer();
                HttpClient client = HttpClient.builder()
                        .retries(Retries.upTo(1).backoff(Backoff.fixed(Duration.ofMillis(1))))
                        .build()) {
            server.start();
            server.enqueue(new MockResponse.Builder()
                    .setHeader("ETag", "\"v1\"")
                    .body(new Buffer().write(CONTENT))
                    .onResponseBody(new SocketEffect.CloseSocket())
                    .build());
            server.enqueue(new MockResponse.Builder()
                    .code(206)
                    .setHeader("ETag", "\"v1\"")
                    .setHeader("Content-Range", "bytes 0-1/2")
                    .body("xx")
                    .build());

            Response<Path> response =
                    client.get(server.url("/").toString()).downloadTo(file).send();

            assertThat(response.attempts()).hasSize(2);
            assertThat(response.attempts().get(0).failure()).isEqualTo(FailureKind.NETWORK);
            server.takeRequest(60, TimeUnit.SECONDS);
            String range = server.takeRequest(60, TimeUnit.SECONDS).getHeaders().get("Range");
            assertThat(range).matches("bytes=[1-9]\\d*-");
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_file_that_cannot_be_written_is_a_FILE_failure(ServerKind kind) throws Exception {
        Path nowhere = folder.resolve("missing").resolve("data.bin");
        try (TestServer server = kind.start(DownloadTest::ranged);
                HttpClient client = HttpClient.builder().build()) {
            assertThat(client.get(server.url()).downloadTo(nowhere).send())
                    .isInstanceOfSatisfying(Failure.class, failure -> {
                        assertThat(failure.kind()).isEqualTo(FailureKind.FILE);
                        assertThat(failure.message()).startsWith("can't write " + nowhere);
                        assertThat(failure.attempts().size()).isEqualTo(1);
                    });
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_failure_leaves_the_old_file_alone(ServerKind kind) throws Exception {
        Files.writeString(file, "old");
        try (TestServer server = kind.start(request -> Reply.of(404));
                HttpClient client = HttpClient.builder().build()) {
            assertThat(client.get(server.url()).downloadTo(file).send().isSuccess())
                    .isFalse();
            assertThat(file).hasContent("old");
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void the_rest_of_another_version_is_not_glued_on_when_a_server_does_not_know_if_range(ServerKind kind)
            throws Exception {
        Files.write(part, new byte[100_000]);
        Files.writeString(validator, "\"v0\"");
        try (TestServer server = kind.start(request -> request.header("Range") == null
                        ? Reply.bytes(CONTENT).with("ETag", "\"v1\"")
                        : Reply.bytes(Arrays.copyOfRange(CONTENT, 100_000, CONTENT.length))
                                .status(206)
                                .with("ETag", "\"v1\"")
                                .with("Content-Range", "bytes 100000-" + (CONTENT.length - 1) + "/" + CONTENT.length));
                HttpClient client = HttpClient.builder()
                        .retries(Retries.upTo(1).backoff(Backoff.fixed(Duration.ofMillis(1))))
                        .build()) {
            Response<Path> response = client.get(server.url()).downloadTo(file).send();

            assertWhole(response);
            assertThat(response.attempts()).hasSize(2);
            assertThat(response.attempts().get(0).message())
                    .contains("the server sent the rest of another version of the file; the part was removed");
        }
    }
}
