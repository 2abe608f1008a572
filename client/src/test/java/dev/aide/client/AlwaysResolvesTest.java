package dev.aide.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlwaysResolvesTest {
    record User(String name) {}

    private static HttpClientBuilder once() {
        return HttpClient.builder().retries(Retries.none());
    }

    private static <T> Failure<T> failure(Response<T> response) {
        assertThat(response).isInstanceOf(Failure.class);
        return (Failure<T>) response;
    }

    @Test
    void a_name_that_is_not_known_is_a_DNS_failure() {
        try (HttpClient client = once().resolver(host -> {
                    throw new UnknownHostException(host);
                })
                .build()) {
            Failure<String> failure =
                    failure(client.get("http://nowhere.example/").send());

            assertThat(failure.kind()).isEqualTo(FailureKind.DNS);
            assertThat(failure.message())
                    .isEqualTo("the name nowhere.example can't be resolved: check it,"
                            + " and the name service of this machine");
            assertThat(failure.attempts()).hasSize(1);
        }
    }

    @Test
    void a_name_service_that_hangs_does_not_hold_a_call_beyond_its_deadline() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (HttpClient client = once().deadline(Duration.ofMillis(200))
                .resolver(host -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    throw new UnknownHostException(host);
                })
                .build()) {
            assertThat(failure(client.get("http://slow.example/").send()).kind())
                    .isIn(FailureKind.DNS, FailureKind.TIMEOUT);
            assertThat(failure(client.get("http://slow.example/").sendAsync().get(60, TimeUnit.SECONDS))
                            .kind())
                    .isIn(FailureKind.DNS, FailureKind.TIMEOUT);
        } finally {
            never.countDown();
        }
    }

    @Test
    void a_port_where_nobody_listens_is_a_CONNECT_failure() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (HttpClient client = once().build()) {
            Failure<String> failure =
                    failure(client.get("http://127.0.0.1:" + port).send());

            assertThat(failure.kind()).isEqualTo(FailureKind.CONNECT);
            assertThat(failure.message()).startsWith("no connection to 127.0.0.1: ");
            assertThat(failure.status()).isZero();
            assertThat(failure.cause()).isNotNull();
        }
    }

    @Test
    void a_certificate_that_is_not_trusted_or_not_pinned_is_a_TLS_failure() throws Exception {
        HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .build();
        HandshakeCertificates serverSide =
                new HandshakeCertificates.Builder().heldCertificate(certificate).build();
        HandshakeCertificates trusting = new HandshakeCertificates.Builder()
                .addTrustedCertificate(certificate.certificate())
                .build();
        try (mockwebserver3.MockWebServer server = new mockwebserver3.MockWebServer()) {
            server.useHttps(serverSide.sslSocketFactory());
            server.start();
            server.enqueue(
                    new mockwebserver3.MockResponse.Builder().body("secure").build());
            String url = "https://localhost:" + server.getPort() + "/";
            String pin = okhttp3.CertificatePinner.pin(certificate.certificate());
            try (HttpClient distrusting = once().build();
                    HttpClient wrongPin = once().tls(trusting.sslSocketFactory(), trusting.trustManager())
                            .certificatePin("localhost")
                            .is("sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
                            .build();
                    HttpClient rightPin = once().tls(trusting.sslSocketFactory(), trusting.trustManager())
                            .certificatePin("localhost")
                            .is(pin)
                            .build()) {
                assertThat(failure(distrusting.get(url).send()).kind()).isEqualTo(FailureKind.TLS);
                assertThat(failure(wrongPin.get(url).send()).kind()).isEqualTo(FailureKind.TLS);
                assertThat(rightPin.get(url).send().data()).contains("secure");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_server_that_does_not_answer_is_a_TIMEOUT(ServerKind kind) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (TestServer server = kind.start(request -> {
                    never.await();
                    return Reply.of(200);
                });
                HttpClient byRead = once().readTimeout(Duration.ofMillis(100)).build();
                HttpClient byAttempt =
                        once().attemptTimeout(Duration.ofMillis(100)).build();
                HttpClient byDeadline = once().deadline(Duration.ofMillis(100)).build()) {
            try {
                for (HttpClient client : new HttpClient[] {byRead, byAttempt, byDeadline}) {
                    assertThat(failure(client.get(server.url()).send()).kind()).isEqualTo(FailureKind.TIMEOUT);
                    assertThat(failure(client.get(server.url()).sendAsync().get(60, TimeUnit.SECONDS))
                                    .kind())
                            .isEqualTo(FailureKind.TIMEOUT);
                }
            } finally {
                never.countDown();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_status_other_than_2xx_is_an_HTTP_failure_with_its_body(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(
                        request -> Reply.text("no such user").status(404).with("X-Reason", "gone"));
                HttpClient client = once().build()) {
            Failure<User> failure =
                    failure(client.get(server.url()).as(User.class).send());

            assertThat(failure.kind()).isEqualTo(FailureKind.HTTP);
            assertThat(failure.status()).isEqualTo(404);
            assertThat(failure.body()).isEqualTo("no such user");
            assertThat(failure.headers().firstValue("x-reason")).contains("gone");
            assertThat(failure.message()).startsWith("127.0.0.1 answered HTTP 404");
            assertThat(failure.orElse(new User("nobody"))).isEqualTo(new User("nobody"));
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_body_of_another_shape_is_a_DECODE_failure_that_keeps_the_body(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(request -> Reply.text("<html>"));
                HttpClient client = once().build()) {
            Failure<User> failure =
                    failure(client.get(server.url()).as(User.class).send());

            assertThat(failure.kind()).isEqualTo(FailureKind.DECODE);
            assertThat(failure.status()).isEqualTo(200);
            assertThat(failure.body()).isEqualTo("<html>");
            assertThat(failure.message()).contains("User in JSON: it does not parse, line 1");
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_field_that_does_not_fit_is_named_without_its_value(ServerKind kind) throws Exception {
        record Account(int balance) {}
        record Customer(java.util.List<Account> accounts) {}
        try (TestServer server = kind.start(request -> Reply.json("{\"accounts\":[{\"balance\":\"s3cret\"}]}"));
                HttpClient client = once().build()) {
            Failure<Customer> failure =
                    failure(client.get(server.url()).as(Customer.class).send());

            assertThat(failure.message())
                    .contains("it does not fit at .accounts[0].balance, line 1")
                    .doesNotContain("s3cret");
            assertThat(failure.cause()).hasMessageContaining("s3cret");
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void cancelling_a_future_ends_the_call_and_gives_a_CANCELLED_response(ServerKind kind) throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        try (TestServer server = kind.start(request -> {
                    arrived.countDown();
                    never.await();
                    return Reply.of(200);
                });
                HttpClient client = once().build()) {
            try {
                CompletableFuture<Response<String>> call =
                        client.get(server.url()).sendAsync();
                assertThat(arrived.await(60, TimeUnit.SECONDS)).isTrue();

                assertThat(call.cancel(true)).isTrue();

                Failure<String> failure = failure(call.join());
                assertThat(failure.kind()).isEqualTo(FailureKind.CANCELLED);
                assertThat(failure.attempts()).hasSize(1);
                assertThat(call.isCompletedExceptionally()).isFalse();
                assertThat(call.cancel(true)).isFalse();
            } finally {
                never.countDown();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void closing_the_client_cancels_what_is_under_way_and_what_comes_later(ServerKind kind) throws Exception {
        CountDownLatch arrived = new CountDownLatch(2);
        CountDownLatch never = new CountDownLatch(1);
        try (TestServer server = kind.start(request -> {
            arrived.countDown();
            never.await();
            return Reply.of(200);
        })) {
            HttpClient client = once().build();
            try {
                CompletableFuture<Response<String>> async =
                        client.get(server.url()).sendAsync();
                AtomicInteger calledBack = new AtomicInteger();
                CompletableFuture<Response<String>> sync = CompletableFuture.supplyAsync(() -> client.get(server.url())
                        .asText()
                        .onError(failure -> calledBack.incrementAndGet())
                        .send());
                assertThat(arrived.await(60, TimeUnit.SECONDS)).isTrue();

                client.close();

                assertThat(failure(async.get(60, TimeUnit.SECONDS)).kind()).isEqualTo(FailureKind.CANCELLED);
                assertThat(failure(sync.get(60, TimeUnit.SECONDS)).kind()).isEqualTo(FailureKind.CANCELLED);
                assertThat(calledBack).hasValue(1);
                assertThat(failure(client.get(server.url()).send()).kind()).isEqualTo(FailureKind.CANCELLED);
                assertThat(failure(client.get(server.url()).sendAsync().get(60, TimeUnit.SECONDS))
                                .kind())
                        .isEqualTo(FailureKind.CANCELLED);
            } finally {
                never.countDown();
                client.close();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_callback_that_throws_is_reported_and_changes_nothing_else(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(request -> Reply.text("fine"));
                HttpClient client = once().build()) {
            Response<String> response = client.get(server.url())
                    .asText()
                    .onSuccess(success -> {
                        throw new IllegalStateException("callback");
                    })
                    .send();

            assertThat(response.data()).contains("fine");
            assertThat(response.callbackErrors())
                    .hasSize(1)
                    .first()
                    .hasToString("java.lang.IllegalStateException: callback");
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_response_becomes_a_map(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(
                        request -> request.target().equals("/ok") ? Reply.json("{\"name\":\"Ann\"}") : Reply.of(404));
                HttpClient client = once().baseUrl(server.url()).build()) {
            assertThat(client.get("/ok").as(User.class).send().toMap())
                    .containsEntry("status", "success")
                    .containsEntry("data", new User("Ann"))
                    .containsEntry("message", "")
                    .containsEntry("httpStatus", 200)
                    .containsEntry("kind", null)
                    .containsKeys("headers", "attempts");
            assertThat(client.get("/no").as(User.class).send().toMap())
                    .containsEntry("status", "error")
                    .containsEntry("data", null)
                    .containsEntry("httpStatus", 404)
                    .containsEntry("kind", "HTTP");
        }
    }

    @Test
    void what_nobody_foresaw_is_an_UNEXPECTED_failure_by_both_ways_of_calling() throws Exception {
        HandshakeCertificates trust = new HandshakeCertificates.Builder().build();
        SSLSocketFactory broken = new BrokenSocketFactory();
        try (ServerSocket listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                HttpClient client =
                        HttpClient.builder().tls(broken, trust.trustManager()).build()) {
            String url = "https://127.0.0.1:" + listening.getLocalPort();
            for (Response<String> response :
                    List.of(client.get(url).send(), client.get(url).sendAsync().get(60, TimeUnit.SECONDS))) {
                Failure<String> failure = failure(response);
                assertThat(failure.kind()).isEqualTo(FailureKind.UNEXPECTED);
                assertThat(failure.message())
                        .isEqualTo("a defect in the HTTP client, or in a class that it was given; please report it:"
                                + " java.lang.IllegalStateException: no keys");
                assertThat(failure.cause()).hasToString("java.lang.IllegalStateException: no keys");
                assertThat(failure.attempts()).hasSize(1);
            }
        }
    }

    private static final class BrokenSocketFactory extends SSLSocketFactory {
        @Override
        public Socket createSocket(Socket socket, String host, int port, boolean autoClose) {
            throw new IllegalStateException("no keys");
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new IllegalStateException("no keys");
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) {
            throw new IllegalStateException("no keys");
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new IllegalStateException("no keys");
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
            throw new IllegalStateException("no keys");
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return new String[0];
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return new String[0];
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_deserializer_that_throws_is_a_DECODE_failure_that_names_its_exception(ServerKind kind) throws Exception {
        SimpleModule module = new SimpleModule().addDeserializer(User.class, new StdDeserializer<User>(User.class) {
            @Override
            public User deserialize(JsonParser json, DeserializationContext context) {
                throw new UnsupportedOperationException("s3cret");
            }
        });
        try (TestServer server = kind.start(request -> Reply.json("{}"));
                HttpClient client =
                        once().mapper(new ObjectMapper().registerModule(module)).build()) {
            Failure<User> failure =
                    failure(client.get(server.url()).as(User.class).send());

            assertThat(failure.kind()).isEqualTo(FailureKind.DECODE);
            assertThat(failure.message())
                    .endsWith("User in JSON: reading it threw java.lang.UnsupportedOperationException");
            assertThat(failure.body()).isEqualTo("{}");
        }
    }
}
