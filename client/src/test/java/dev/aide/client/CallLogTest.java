package dev.aide.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.client.auth.Auth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallLogTest {
    // held, since java.util.logging holds loggers weakly
    private final Logger logger = Logger.getLogger("dev.aide.client");
    private final List<LogRecord> lines = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.setUseParentHandlers(false);
        logger.setLevel(Level.INFO);
        handler.setLevel(Level.ALL);
        logger.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
        logger.setLevel(null);
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void one_line_a_call_without_secrets(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(request -> Reply.text("s3cret-body"));
                HttpClient client = HttpClient.builder().baseUrl(server.url()).build()) {
            client.get("/a")
                    .query("page")
                    .is(2)
                    .query("access_token")
                    .is("s3cret")
                    .auth(Auth.bearer("s3cret"))
                    .send();

            assertThat(lines).hasSize(1);
            assertThat(lines.get(0).getLevel()).isEqualTo(Level.INFO);
            assertThat(lines.get(0).getMessage())
                    .matches("GET " + server.url()
                            + "/a\\?page=2&access_token=\\*\\*\\* -> 200 in \\d+ ms, attempts: 1");
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_failure_is_a_warning_in_one_line(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(request -> Reply.of(404));
                HttpClient client = HttpClient.builder()
                        .onResponse("h", response -> {
                            throw new IllegalStateException("two\nlines");
                        })
                        .build()) {
            client.get(server.url()).send();

            assertThat(lines).hasSize(1);
            assertThat(lines.get(0).getLevel()).isEqualTo(Level.WARNING);
            assertThat(lines.get(0).getMessage()).contains("HOOK", "two lines").doesNotContain("\n");
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_callback_that_throws_is_a_warning_with_its_exception(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(request -> Reply.of(200));
                HttpClient client = HttpClient.builder().build()) {
            client.get(server.url())
                    .asText()
                    .onSuccess(success -> {
                        throw new IllegalStateException("mine");
                    })
                    .send();

            assertThat(lines).hasSize(1);
            assertThat(lines.get(0).getLevel()).isEqualTo(Level.WARNING);
            assertThat(lines.get(0).getMessage()).endsWith(", a callback threw");
            assertThat(lines.get(0).getThrown()).hasMessage("mine");
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void on_debug_headers_and_body_are_there_with_secrets_hidden(ServerKind kind) throws Exception {
        logger.setLevel(Level.ALL);
        try (TestServer server = kind.start(request -> Reply.of(200));
                HttpClient client =
                        HttpClient.builder().baseUrl(server.url()).redact("ssn").build()) {
            client.post("/")
                    .header("X-Trace")
                    .is("t-1")
                    .header("X-Api-Key")
                    .is("s3cret")
                    .json(Map.of("user", Map.of("PassWord", "s3cret", "ssn", "s3cret", "name", "Ann")))
                    .send();
            client.post("/").form(Map.of("password", "s3cret")).send();

            assertThat(lines).hasSize(2);
            assertThat(lines.get(0).getMessage())
                    .contains(
                            "X-Trace: t-1",
                            "X-Api-Key: ***",
                            "\"PassWord\":\"***\"",
                            "\"ssn\":\"***\"",
                            "\"name\":\"Ann\"")
                    .doesNotContain("s3cret");
            assertThat(lines.get(1).getMessage()).doesNotContain("s3cret");
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void silent_writes_nothing(ServerKind kind) throws Exception {
        logger.setLevel(Level.ALL);
        try (TestServer server = kind.start(request -> Reply.of(500));
                HttpClient client = HttpClient.builder().retries(Retries.none()).build();
                HttpClient silent = client.derive().silent().build()) {
            client.get(server.url()).silent().send();
            silent.get(server.url()).send();

            assertThat(lines).isEmpty();
        }
    }
}
