package com.acme.notes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.client.Failure;
import dev.aide.client.HttpClient;
import dev.aide.client.Part;
import dev.aide.client.Response;
import dev.aide.store.image.Image;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AvatarTest {
    @TempDir
    Path folder;

    private RunningNotes notes;
    private HttpClient ada;

    @BeforeEach
    void start() {
        notes = RunningNotes.in(folder);
        ada = notes.signUp("Ada");
    }

    @AfterEach
    void stop() {
        notes.close();
    }

    private Response<String> upload(Path file) {
        return ada.put("/api/me/avatar").multipart(Part.file("image", file)).send();
    }

    @Test
    void a_picture_is_kept_small_shown_and_removed() throws IOException {
        assertThat(ada.get("/api/me/avatar").send().status()).isEqualTo(404);

        assertThat(upload(Pictures.sun(folder)).status()).isEqualTo(204);

        Response<byte[]> picture = ada.get("/api/me/avatar").asBytes().send();
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
        Image image = Image.of(picture.data().orElseThrow());
        assertThat(image.width()).isEqualTo(256);
        assertThat(image.height()).isEqualTo(171);
        assertThat(ada.delete("/api/me/avatar").send().status()).isEqualTo(204);
        assertThat(ada.get("/api/me/avatar").send().status()).isEqualTo(404);
    }

    @Test
    void what_is_no_picture_is_refused_in_words() throws IOException {
        Response<String> refused = upload(Files.writeString(folder.resolve("sun.png"), "not a picture"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(((Failure<String>) refused).body()).contains("\"code\":\"unprocessable_content\"");
    }
}
