package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aide.server.gate.Gate;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    @TempDir
    static Path folder;

    private static Certificate certificate;

    @BeforeAll
    static void makeCertificate() throws Exception {
        certificate = Certificate.in(folder);
    }

    private static HttpResponse<String> get(Portal portal, HttpClient.Version version) throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .version(version)
                .sslContext(certificate.trusting())
                .build();
        return client.send(
                HttpRequest.newBuilder(URI.create(portal.url() + "/x")).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void with_tls_it_speaks_http_2_and_1_1() throws Exception {
        try (Portal portal = Portal.builder()
                .port(0)
                .tls(certificate.keyStore(), Certificate.PASSWORD)
                .get("/x")
                .gate(Gate.open())
                .handle(request -> Map.of("secure", request.peer().secure()))
                .build()
                .start()) {
            HttpResponse<String> two = get(portal, HttpClient.Version.HTTP_2);
            HttpResponse<String> one = get(portal, HttpClient.Version.HTTP_1_1);

            assertThat(portal.url()).startsWith("https://localhost:");
            assertThat(two.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(one.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
            assertThat(two.body()).isEqualTo("{\"secure\":true}").isEqualTo(one.body());
            assertThat(two.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
        }
    }

    @Test
    void http_2_can_be_left_out() throws Exception {
        try (Portal portal = Portal.builder()
                .port(0)
                .tls(certificate.keyStore(), Certificate.PASSWORD)
                .http2(false)
                .get("/x")
                .gate(Gate.open())
                .handle(request -> Map.of("secure", request.peer().secure()))
                .build()
                .start()) {
            HttpResponse<String> answer = get(portal, HttpClient.Version.HTTP_2);

            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
            assertThat(answer.body()).isEqualTo("{\"secure\":true}");
        }
    }

    @Test
    void an_answer_that_comes_before_its_request_has_ended_is_not_lost_over_http_2() throws Exception {
        try (Portal portal = Portal.builder()
                .port(0)
                .tls(certificate.keyStore(), Certificate.PASSWORD)
                .post("/x")
                .gate(Gate.own(request -> Optional.empty()))
                .handle(request -> "never")
                .build()
                .start()) {
            HttpClient client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_2)
                    .sslContext(certificate.trusting())
                    .build();
            HttpRequest request = HttpRequest.newBuilder(URI.create(portal.url() + "/x"))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[300_000]))
                    .build();

            for (int i = 0; i < 100; i++) {
                assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void a_key_store_that_cant_be_read_is_said_in_words() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.p12"), "no key store");
        Portal portal =
                Portal.builder().port(0).tls(broken, Certificate.PASSWORD).build();

        assertThatThrownBy(portal::start)
                .isInstanceOf(PortalException.class)
                .hasMessageStartingWith("the portal can't start: it can't listen on localhost:0: ");
    }
}
