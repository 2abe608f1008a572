package dev.aide.server.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = Passwords.argon2id(1024, 1);

    @Test
    void a_password_fits_its_hash_and_no_other_does() {
        String hash = passwords.hash("correct horse");

        assertThat(hash).startsWith("$argon2id$v=19$m=1024,t=1,p=1$");
        assertThat(passwords.verify("correct horse", hash)).isTrue();
        assertThat(passwords.verify("correct hors", hash)).isFalse();
        assertThat(passwords.verify("", hash)).isFalse();
        assertThat(passwords.verify("x".repeat(1025), hash)).isFalse();
        assertThat(passwords.hash("correct horse")).isNotEqualTo(hash);
    }

    @Test
    void the_standard_is_that_of_owasp() {
        assertThat(Passwords.standard().hash("pw")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void a_hash_of_other_parameters_is_still_checked_and_named_for_rehashing() {
        String old = passwords.hash("pw");
        Passwords stronger = Passwords.argon2id(2048, 2);

        assertThat(stronger.verify("pw", old)).isTrue();
        assertThat(stronger.needsRehash(old)).isTrue();
        assertThat(stronger.needsRehash(stronger.hash("pw"))).isFalse();
    }

    @Test
    void what_is_no_hash_or_no_password_is_refused_in_words() {
        assertThatThrownBy(() -> passwords.verify("pw", "5f4dcc3b5aa765d61d8327deb882cf99"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this is no hash of Argon2: it does not begin with $argon2");
        assertThatThrownBy(() -> passwords.hash(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a password has from 1 to 1024 characters");
    }

    @Test
    void no_more_are_hashed_at_once_than_allowed() {
        Passwords slow = Passwords.argon2id(32_768, 20).atOnce(1, Duration.ofMillis(1));
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            // the one turn is taken again and again; sooner or later this thread meets it taken
            CompletableFuture<Void> busy = CompletableFuture.runAsync(
                    () -> {
                        while (!Thread.currentThread().isInterrupted()) {
                            try {
                                slow.hash("pw");
                            } catch (PasswordsBusyException e) {
                                Thread.onSpinWait();
                            }
                        }
                    },
                    thread);
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 200; i++) {
                            slow.hash("pw");
                        }
                    })
                    .isInstanceOf(PasswordsBusyException.class)
                    .hasMessage("too many passwords are being checked at once; try again in a moment");
            assertThat(busy).isNotCompleted();
        } finally {
            thread.shutdownNow();
        }
    }
}
