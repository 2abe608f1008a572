package dev.aide.server.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.time.Duration;
import java.util.List;
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
    void a_hash_of_lower_parameters_is_still_checked_and_named_for_rehashing() {
        String old = passwords.hash("pw");
        Passwords stronger = Passwords.argon2id(2048, 2);

        assertThat(stronger.verify("pw", old)).isTrue();
        assertThat(stronger.needsRehash(old)).isTrue();
        assertThat(Passwords.argon2id(2048, 1).needsRehash(old)).isTrue();
        assertThat(Passwords.argon2id(1024, 2).needsRehash(old)).isTrue();
        assertThat(stronger.needsRehash(stronger.hash("pw"))).isFalse();
    }

    @Test
    void a_hash_that_is_stronger_in_anything_stays_as_it_is() {
        String strong = Passwords.argon2id(2048, 2).hash("pw");

        assertThat(passwords.verify("pw", strong)).isTrue();
        assertThat(passwords.needsRehash(strong)).isFalse();
        assertThat(Passwords.argon2id(1024, 2).needsRehash(strong)).isFalse();
        assertThat(Passwords.argon2id(2048, 1).needsRehash(strong)).isFalse();
        assertThat(Passwords.argon2id(1024, 3).needsRehash(strong))
                .as("more passes, less memory")
                .isFalse();
    }

    @Test
    void a_hash_of_a_weaker_variant_a_shorter_result_or_an_older_version_is_named_for_rehashing() {
        List<String> weaker = List.of(
                hashOf(32, Argon2.I, Argon2Function.ARGON2_VERSION_13),
                hashOf(16, Argon2.ID, Argon2Function.ARGON2_VERSION_13),
                hashOf(32, Argon2.ID, Argon2Function.ARGON2_VERSION_10));

        assertThat(weaker).allSatisfy(hash -> {
            assertThat(passwords.verify("pw", hash)).isTrue();
            assertThat(passwords.needsRehash(hash)).isTrue();
        });
        assertThat(passwords.needsRehash(hashOf(64, Argon2.ID, Argon2Function.ARGON2_VERSION_13)))
                .isFalse();
    }

    private static String hashOf(int bytes, Argon2 variant, int version) {
        return Password.hash("pw")
                .addRandomSalt(16)
                .with(Argon2Function.getInstance(1024, 1, 1, bytes, variant, version))
                .getResult();
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
