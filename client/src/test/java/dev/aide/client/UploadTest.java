package dev.aide.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UploadTest {

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void tells_progress(ServerKind kind, @TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("big.bin"), new byte[500_000]);
        List<Progress> progress = new CopyOnWriteArrayList<>();
        try (TestServer server = kind.start(
                        request -> Reply.text(String.valueOf(request.bodyText().length())));
                HttpClient client = HttpClient.builder().build()) {
            Response<String> response =
                    client.put(server.url()).file(file).onUpload(progress::add).send();

            assertThat(response.data()).contains("500000");
            assertThat(progress).hasSizeGreaterThan(1);
            assertThat(progress.get(progress.size() - 1)).isEqualTo(new Progress(500_000, OptionalLong.of(500_000)));
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_listener_that_throws_is_reported_and_the_upload_goes_on(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(request -> Reply.text(request.bodyText()));
                HttpClient client = HttpClient.builder().build()) {
            Response<String> response = client.post(server.url())
                    .json("payload")
                    .onUpload(progress -> {
                        throw new IllegalStateException("listener");
                    })
                    .send();

            assertThat(response.data()).contains("\"payload\"");
            assertThat(response.callbackErrors()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_file_that_cannot_be_read_is_a_FILE_failure(ServerKind kind, @TempDir Path folder) throws Exception {
        Path missing = folder.resolve("missing.bin");
        try (TestServer server = kind.start(request -> Reply.of(200));
                HttpClient client = HttpClient.builder().build()) {
            for (RequestBuilder request : List.of(
                    client.put(server.url()).file(missing),
                    client.put(server.url()).multipart(Part.file("f", missing)),
                    client.put(server.url()).stream(() -> {
                        throw new IllegalStateException("no stream today");
                    }))) {
                assertThat(request.send()).isInstanceOfSatisfying(Failure.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(FailureKind.FILE);
                    assertThat(failure.message()).startsWith("the body to send can't be read: ");
                    assertThat(failure.attempts().size()).isEqualTo(1);
                });
            }
        }
    }
}
