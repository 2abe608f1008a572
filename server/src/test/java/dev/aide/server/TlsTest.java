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
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    static Path folder;

    private static Path keyStore;

    /** A certificate for localhost, made by the JDK's keytool. */
    @BeforeAll
    static void makeCertificate() throws Exception {
        keyStore = folder.resolve("portal.p12");
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-alias",
                        "portal",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keyStore.toString(),
                        "-storepass",
                        PASSWORD))
                .inheritIO()
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).isZero();
    }

    private static SSLContext trusting() throws Exception {
        KeyStore trusted = KeyStore.getInstance(keyStore.toFile(), PASSWORD.toCharArray());
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    private static HttpResponse<String> get(Portal portal, HttpClient.Version version) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(version).sslContext(trusting()).build();
        return client.send(
                HttpRequest.newBuilder(URI.create(portal.url() + "/x")).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void with_tls_it_speaks_http_2_and_1_1() throws Exception {
        try (Portal portal = Portal.builder()
                .port(0)
                .tls(keyStore, PASSWORD)
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
    void a_key_store_that_cant_be_read_is_said_in_words() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.p12"), "no key store");
        Portal portal = Portal.builder().port(0).tls(broken, PASSWORD).build();

        assertThatThrownBy(portal::start)
                .isInstanceOf(PortalException.class)
                .hasMessageStartingWith("the portal can't start: it can't listen on localhost:0: ");
    }
}
