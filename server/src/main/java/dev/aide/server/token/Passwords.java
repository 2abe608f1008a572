package dev.aide.server.token;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes passwords with Argon2id (RFC 9106). At most as many at once as there are processors; others wait, but not for
 * long, so that a flood of log-ins does not take all memory.
 *
 * <p>Safe for use by many threads.
 */
public final class Passwords {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MOST_CHARS = 1024;
    private static final Duration MOST_WAIT = Duration.ofSeconds(5);

    private final Argon2Function function;
    private final Semaphore turns;
    private final Duration mostWait;

    private Passwords(Argon2Function function, int atOnce, Duration mostWait) {
        this.function = function;
        this.turns = new Semaphore(atOnce, true);
        this.mostWait = mostWait;
    }

    /** OWASP's parameters: 19 MiB, 2 passes, 1 lane. */
    public static Passwords standard() {
        return argon2id(19_456, 2);
    }

    /**
     * Parameters of your own. What was hashed with others can still be checked.
     *
     * @param kibibytes memory of one hash
     * @param passes passes over it
     */
    public static Passwords argon2id(int kibibytes, int passes) {
        return new Passwords(
                Argon2Function.getInstance(kibibytes, passes, 1, HASH_BYTES, Argon2.ID),
                Runtime.getRuntime().availableProcessors(),
                MOST_WAIT);
    }

    /** The same parameters, for another number of hashes at once and another time to wait for a turn. */
    public Passwords atOnce(int hashes, Duration wait) {
        return new Passwords(function, hashes, wait);
    }

    /**
     * Hashes a password with a random salt.
     *
     * @return the hash with its salt and parameters, as {@code $argon2id$v=19$…}
     * @throws IllegalArgumentException if it is empty or longer than 1024 characters
     * @throws PasswordsBusyException if no turn came in time
     */
    public String hash(String password) {
        if (password.isEmpty() || password.length() > MOST_CHARS) {
            throw new IllegalArgumentException("a password has from 1 to " + MOST_CHARS + " characters");
        }
        return inTurn(() ->
                Password.hash(password).addRandomSalt(SALT_BYTES).with(function).getResult());
    }

    /**
     * Whether this is the password that was hashed.
     *
     * @throws IllegalArgumentException if the hash is none of Argon2
     * @throws PasswordsBusyException if no turn came in time
     */
    public boolean verify(String password, String hash) {
        if (password.isEmpty() || password.length() > MOST_CHARS) {
            return false;
        }
        Argon2Function used = functionOf(hash);
        return inTurn(() -> Password.check(password, hash).with(used));
    }

    /**
     * Whether a hash should be made again at the next log-in, since the parameters have risen: it has less memory, fewer
     * passes, a shorter result, an older version or a variant that is not Argon2id, and more of nothing. So no hash
     * becomes weaker.
     *
     * @throws IllegalArgumentException if the hash is none of Argon2
     */
    public boolean needsRehash(String hash) {
        Argon2Function used = functionOf(hash);
        boolean isLower = hasLessOfAny(used, function) || used.getVariant() != function.getVariant();
        return isLower && !hasLessOfAny(function, used);
    }

    private static boolean hasLessOfAny(Argon2Function one, Argon2Function other) {
        return one.getMemory() < other.getMemory()
                || one.getIterations() < other.getIterations()
                || one.getOutputLength() < other.getOutputLength()
                || one.getVersion() < other.getVersion();
    }

    private static Argon2Function functionOf(String hash) {
        if (!hash.startsWith("$argon2")) {
            throw new IllegalArgumentException("this is no hash of Argon2: it does not begin with $argon2");
        }
        return Argon2Function.getInstanceFromHash(hash);
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(mostWait.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new PasswordsBusyException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PasswordsBusyException();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
