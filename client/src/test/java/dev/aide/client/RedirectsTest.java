package dev.aide.client;

import static dev.aide.client.Kinds.kindOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.client.auth.Auth;
import java.io.ByteArrayInputStream;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RedirectsTest {
    private static Responder redirecting(int status, String location) {
        return request -> request.target().equals("/end")
                ? Reply.text(request.method() + " " + request.bodyText())
                : Reply.of(status).with("Location", location);
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void follows_as_the_specification_says(ServerKind kind) throws Exception {
        for (int status : new int[] {301, 302, 303, 307, 308}) {
            try (TestServer server = kind.start(redirecting(status, "/end"));
                    HttpClient client =
                            HttpClient.builder().baseUrl(server.url()).build()) {
                boolean keeps = status >= 307;
                assertThat(client.get("/a").send().data()).contains("GET ");
                assertThat(client.post("/a").json("x").send().data())
                        .as("status %d", status)
                        .contains(keeps ? "POST \"x\"" : "GET ");
                assertThat(client.put("/a").json("x").send().data()).contains(status == 303 ? "GET " : "PUT \"x\"");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void credentials_stay_with_their_origin(ServerKind kind) throws Exception {
        AtomicReference<String> backTo = new AtomicReference<>();
        try (TestServer other = kind.start(request -> request.target().equals("/bounce")
                        ? Reply.of(302).with("Location", backTo.get())
                        : Reply.of(200));
                TestServer ours = kind.start(request -> switch (request.target()) {
                    case "/same" -> Reply.of(302).with("Location", "/end");
                    case "/away" -> Reply.of(302).with("Location", other.url() + "/end");
                    case "/bounce" -> Reply.of(302).with("Location", other.url() + "/bounce");
                    default -> Reply.of(200);
                });
                HttpClient client = HttpClient.builder()
                        .baseUrl(ours.url())
                        .auth(Auth.bearer("t0k"))
                        .redact("X-Tenant-Secret")
                        .build()) {
            backTo.set(ours.url() + "/end");

            client.get("/same").send();
            assertThat(ours.seen().get(1).header("Authorization")).isEqualTo("Bearer t0k");

            client.get("/away")
                    .header("Cookie")
                    .is("session=1")
                    .header("X-Tenant-Secret")
                    .is("s")
                    .header("X-Trace")
                    .is("t")
                    .send();
            Seen away = other.only();
            assertThat(away.header("Authorization")).isNull();
            assertThat(away.header("Cookie")).isNull();
            assertThat(away.header("X-Tenant-Secret")).isNull();
            assertThat(away.header("X-Trace")).isEqualTo("t");

            client.get("/bounce").send();
            Seen back = ours.seen().get(ours.seen().size() - 1);
            assertThat(back.target()).isEqualTo("/end");
            assertThat(back.header("Authorization"))
                    .as("another origin must not steer what we sign")
                    .isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void stops_after_the_limit_and_at_addresses_that_are_none(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(request -> Reply.of(302)
                        .with("Location", request.target().equals("/ftp") ? "ftp://x.example/" : "/again?token=abc"));
                HttpClient client = HttpClient.builder().baseUrl(server.url()).build();
                HttpClient none = client.derive().maxRedirects(0).build()) {
            Response<String> loop = client.get("/loop").send();
            assertThat(loop).isInstanceOfSatisfying(Failure.class, failure -> {
                assertThat(failure.kind()).isEqualTo(FailureKind.REDIRECT);
                assertThat(failure.message())
                        .startsWith("more than 5 redirects")
                        .doesNotContain("abc");
            });
            assertThat(server.seen()).hasSize(6);
            assertThat(kindOf(client.get("/ftp").send())).isEqualTo(FailureKind.REDIRECT);
            assertThat(none.get("/loop").send().status()).isEqualTo(302);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_stream_that_is_gone_is_not_sent_again(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(redirecting(307, "/end"));
                HttpClient client = HttpClient.builder().baseUrl(server.url()).build()) {
            Response<String> once = client.post("/a").stream(new ByteArrayInputStream("x".getBytes(UTF_8)))
                    .send();
            Response<String> often = client.post("/a").stream(() -> new ByteArrayInputStream("x".getBytes(UTF_8)))
                    .send();

            assertThat(kindOf(once)).isEqualTo(FailureKind.REDIRECT);
            assertThat(often.data()).contains("POST x");
        }
    }

    @Test
    void a_redirect_from_https_to_http_is_not_followed() throws Exception {
        HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .build();
        HandshakeCertificates both = new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .addTrustedCertificate(certificate.certificate())
                .build();
        try (mockwebserver3.MockWebServer server = new mockwebserver3.MockWebServer();
                HttpClient client = HttpClient.builder()
                        .tls(both.sslSocketFactory(), both.trustManager())
                        .build()) {
            server.useHttps(both.sslSocketFactory());
            server.start();
            server.enqueue(new mockwebserver3.MockResponse.Builder()
                    .code(302)
                    .setHeader("Location", "http://localhost/")
                    .build());

            assertThat(kindOf(client.get("https://localhost:" + server.getPort() + "/")
                            .send()))
                    .isEqualTo(FailureKind.REDIRECT);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_put_that_keeps_its_method_does_not_send_an_empty_body_for_a_stream_that_is_gone(ServerKind kind)
            throws Exception {
        try (TestServer server = kind.start(redirecting(301, "/end"));
                HttpClient client = HttpClient.builder().baseUrl(server.url()).build()) {
            Response<String> once = client.put("/a").stream(new ByteArrayInputStream("x".getBytes(UTF_8)))
                    .send();
            Response<String> often = client.put("/a").stream(() -> new ByteArrayInputStream("x".getBytes(UTF_8)))
                    .send();

            assertThat(kindOf(once)).isEqualTo(FailureKind.REDIRECT);
            assertThat(often.data()).contains("PUT x");
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_chain_of_redirects_leaves_no_connection_in_use(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(request -> Reply.text("x".repeat(100_000))
                        .status(request.target().equals("/end") ? 200 : 302)
                        .with("Location", request.target().equals("/loop") ? "/loop" : "/end"));
                HttpClient client = HttpClient.builder().baseUrl(server.url()).build()) {
            for (int i = 0; i < 20; i++) {
                assertThat(client.get("/a").send().isSuccess()).isTrue();
                assertThat(kindOf(client.get("/loop").send())).isEqualTo(FailureKind.REDIRECT);
            }
            assertThat(client.transport().connections())
                    .isEqualTo(client.transport().idleConnections());
        }
    }
}
