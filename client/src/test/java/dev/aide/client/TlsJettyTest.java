package dev.aide.client;

import static dev.aide.client.Kinds.kindOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.client.auth.Auth;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates, redirects out of TLS and broken downloads, with a Jetty that does its part itself. */
class TlsJettyTest {
    private static final byte[] CONTENT = new byte[300_000];

    static {
        new Random(7).nextBytes(CONTENT);
    }

    private static Handler redirectTo(String location) {
        return new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                Response.sendRedirect(request, response, callback, location);
                return true;
            }
        };
    }

    @Test
    void a_certificate_must_be_trusted_fit_its_name_and_its_pin(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("a.txt"), "secure");
        try (TlsJetty server = new TlsJetty(TlsJetty.files(folder));
                HttpClient distrusting =
                        HttpClient.builder().baseUrl(server.url()).build();
                HttpClient trusting = server.trusting().build();
                HttpClient otherName = server.trusting()
                        .baseUrl(server.url().replace("localhost", "127.0.0.1"))
                        .build();
                HttpClient wrongPin = server.trusting()
                        .certificatePin("localhost")
                        .is("sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
                        .build();
                HttpClient rightPin = server.trusting()
                        .certificatePin("localhost")
                        .is(server.pin())
                        .build()) {
            for (HttpClient refused : new HttpClient[] {distrusting, otherName, wrongPin}) {
                dev.aide.client.Response<String> response =
                        refused.get("/a.txt").send();
                assertThat(kindOf(response)).isEqualTo(FailureKind.TLS);
                assertThat(response.attempts()).as("not tried again").hasSize(1);
            }
            assertThat(trusting.get("/a.txt").send().data()).contains("secure");
            assertThat(rightPin.get("/a.txt").send().data()).contains("secure");
        }
    }

    @Test
    void a_redirect_from_https_to_http_is_refused_before_anything_is_sent_there() throws Exception {
        try (TestServer plain = ServerKind.JETTY.start(request -> Reply.text("plain"));
                TlsJetty server = new TlsJetty(redirectTo(plain.url() + "/in?token=abc"));
                HttpClient client = server.trusting().auth(Auth.bearer("t0k")).build()) {
            assertThat(client.get("/out").send()).isInstanceOfSatisfying(Failure.class, failure -> {
                assertThat(failure.kind()).isEqualTo(FailureKind.REDIRECT);
                assertThat(failure.message())
                        .isEqualTo("a redirect from https to http is not followed: " + plain.url() + "/in?token=***");
            });
            assertThat(plain.seen()).isEmpty();
        }
    }

    @Test
    void a_redirect_to_another_https_origin_is_followed_without_credentials() throws Exception {
        AtomicInteger signed = new AtomicInteger();
        try (TlsJetty server = new TlsJetty(new Handler.Abstract() {
                    @Override
                    public boolean handle(Request request, Response response, Callback callback) {
                        boolean isOther = Request.getServerName(request).equals("other.localhost");
                        if (request.getHeaders().contains(HttpHeader.AUTHORIZATION)) {
                            signed.incrementAndGet();
                        }
                        if (isOther) {
                            response.write(true, java.nio.ByteBuffer.wrap(new byte[] {'o', 'k'}), callback);
                        } else {
                            Response.sendRedirect(
                                    request,
                                    response,
                                    callback,
                                    "https://other.localhost:" + Request.getServerPort(request) + "/");
                        }
                        return true;
                    }
                });
                HttpClient client = server.trusting()
                        .auth(Auth.bearer("t0k"))
                        .resolver(host -> java.util.List.of(java.net.InetAddress.getLoopbackAddress()))
                        .build()) {
            assertThat(client.get("/").send().data()).contains("ok");
            assertThat(signed).as("requests with credentials: the first only").hasValue(1);
        }
    }

    @Test
    void a_broken_download_is_gone_on_with_by_range(@TempDir Path served, @TempDir Path local) throws Exception {
        Files.write(served.resolve("data.bin"), CONTENT);
        Path file = local.resolve("data.bin");
        try (TlsJetty server = new TlsJetty(TlsJetty.files(served));
                HttpClient client = server.trusting().build()) {
            String modified = client.head("/data.bin")
                    .send()
                    .headers()
                    .firstValue("Last-Modified")
                    .orElseThrow();
            Files.write(local.resolve("data.bin.part"), Arrays.copyOf(CONTENT, 100_000));
            Files.writeString(local.resolve("data.bin.part.validator"), modified);

            dev.aide.client.Response<Path> rest =
                    client.get("/data.bin").downloadTo(file).send();

            assertThat(rest.status()).isEqualTo(206);
            assertThat(rest.headers().firstValue("Content-Range")).contains("bytes 100000-299999/300000");
            assertThat(file).hasBinaryContent(CONTENT);
        }
    }

    @Test
    void a_broken_download_is_begun_anew_when_the_file_has_changed(@TempDir Path served, @TempDir Path local)
            throws Exception {
        Files.write(served.resolve("data.bin"), CONTENT);
        Path file = local.resolve("data.bin");
        Path part = local.resolve("data.bin.part");
        Path validator = local.resolve("data.bin.part.validator");
        Files.write(part, new byte[100_000]);
        Files.writeString(validator, "\"of another version\"");
        try (TlsJetty server = new TlsJetty(TlsJetty.files(served));
                HttpClient client = server.trusting().build()) {
            assertThat(client.get("/data.bin").downloadTo(file).send().isSuccess())
                    .isTrue();

            assertThat(file).hasBinaryContent(CONTENT);
            assertThat(part).doesNotExist();
            assertThat(validator).doesNotExist();
        }
    }
}
