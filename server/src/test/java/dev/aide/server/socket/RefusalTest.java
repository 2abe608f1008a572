package dev.aide.server.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.aide.server.http.HttpError;
import dev.aide.server.token.Passwords;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RefusalTest {

    @Test
    void what_is_busy_says_when_to_come_again() {
        Passwords busy = Passwords.argon2id(1024, 1).atOnce(0, Duration.ofMillis(1));
        Throwable error = catchThrowable(() -> busy.hash("correct horse"));

        assertThat(Refusal.of(error, "event 'login'").toJson())
                .hasToString("{\"status\":false,\"code\":\"service_unavailable\",\"message\":"
                        + "\"too many passwords are being checked at once; try again in a moment\",\"retryAfter\":1}");
    }

    @Test
    void a_date_to_come_again_at_is_left_out() {
        HttpError error = HttpError.of(503, "closed for today").header("Retry-After", "Wed, 25 Nov 2026 07:00:00 GMT");

        assertThat(Refusal.of(error, "event 'login'").toJson())
                .hasToString("{\"status\":false,\"code\":\"service_unavailable\",\"message\":\"closed for today\"}");
    }

    @Test
    void any_other_error_says_nothing() {
        assertThat(Refusal.of(new IllegalStateException("secret"), "event 'login'")
                        .toJson())
                .hasToString("{\"status\":false,\"code\":\"internal_server_error\",\"message\":"
                        + "\"something went wrong here\"}");
    }
}
