package dev.aide.server.token;

import com.macasaet.fernet.Key;
import com.macasaet.fernet.Token;
import com.macasaet.fernet.TokenExpiredException;
import com.macasaet.fernet.TokenValidationException;
import com.macasaet.fernet.Validator;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Encrypts text as the Fernet specification says, so that Python's {@code cryptography} reads it, and the other way
 * round. The first key encrypts, all of them decrypt.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class FernetKeys {
    private static final Duration FOR_EVER = Duration.ofDays(365_000);

    private final List<Key> keys;
    private final Clock clock;

    private FernetKeys(List<Key> keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Uses these keys.
     *
     * @param keys 32 bytes in URL-safe Base64 each, the one that encrypts first
     * @throws IllegalArgumentException if there is none, or one is no key; the message does not show it
     */
    public static FernetKeys of(String... keys) {
        if (keys.length == 0) {
            throw new IllegalArgumentException("at least one key is needed");
        }
        return new FernetKeys(Arrays.stream(keys).map(FernetKeys::key).toList(), Clock.systemUTC());
    }

    private static Key key(String text) {
        try {
            return new Key(text);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("a Fernet key is 32 bytes in URL-safe Base64; one of these is not");
        }
    }

    /** The same keys with another clock. */
    public FernetKeys withClock(Clock other) {
        return new FernetKeys(keys, other);
    }

    /** Draws a key at random. */
    public static String newKey() {
        return Key.generateKey().serialise();
    }

    /** Encrypts text. */
    public String encrypt(String text) {
        return Token.generate(keys.get(0), text).serialise();
    }

    /**
     * Decrypts what was encrypted with one of the keys, however old it is.
     *
     * @throws TokenException if it was not
     */
    public String decrypt(String token) {
        return decrypt(token, FOR_EVER);
    }

    /**
     * Decrypts what was encrypted with one of the keys, not longer ago than that.
     *
     * @throws TokenException if it was not
     */
    public String decrypt(String token, Duration lifetime) {
        try {
            return Token.fromString(token).validateAndDecrypt(keys, textOf(lifetime));
        } catch (TokenExpiredException e) {
            throw new TokenException("it was encrypted longer ago than " + lifetime, e);
        } catch (TokenValidationException | IllegalArgumentException | DateTimeException e) {
            // the last one for a time beyond all times, which the library reads before the signature
            throw new TokenException("it was not encrypted with one of these keys", e);
        }
    }

    /**
     * Encrypts with the first key what was encrypted with any; it counts as new from then on.
     *
     * @throws TokenException if it was encrypted with none of the keys
     */
    public String rotate(String token) {
        return encrypt(decrypt(token));
    }

    private Validator<String> textOf(Duration lifetime) {
        return new Validator<>() {
            @Override
            public Clock getClock() {
                return clock;
            }

            @Override
            public TemporalAmount getTimeToLive() {
                return lifetime;
            }

            @Override
            public Function<byte[], String> getTransformer() {
                return bytes -> new String(bytes, StandardCharsets.UTF_8);
            }
        };
    }
}
