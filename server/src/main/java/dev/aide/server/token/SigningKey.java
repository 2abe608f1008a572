package dev.aide.server.token;

import com.auth0.jwt.algorithms.Algorithm;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;

/**
 * A key with a name and the one algorithm it is used with (RFC 8725, 3.1). Immutable.
 *
 * <p>A public key alone verifies, but does not sign.
 */
public final class SigningKey {
    private static final int LEAST_SECRET_BYTES = 32;
    private static final int LEAST_RSA_BITS = 2048;
    private static final int P256_BITS = 256;

    private final String id;
    private final Algorithm algorithm;
    private final boolean canSign;

    private SigningKey(String id, Algorithm algorithm, boolean canSign) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a key needs an id: it stands in each token as kid");
        }
        this.id = id;
        this.algorithm = algorithm;
        this.canSign = canSign;
    }

    /**
     * HS256.
     *
     * @param id stands in each token as {@code kid}
     * @param secret random bytes; a copy is kept
     * @throws IllegalArgumentException if it has fewer than 32 bytes (RFC 7518, 3.2)
     */
    public static SigningKey hmac(String id, byte[] secret) {
        if (secret.length < LEAST_SECRET_BYTES) {
            throw new IllegalArgumentException("the secret of key '" + id + "' has " + secret.length
                    + " bytes; HS256 needs " + LEAST_SECRET_BYTES + " random ones or more");
        }
        return new SigningKey(id, Algorithm.HMAC256(secret.clone()), true);
    }

    /**
     * RS256.
     *
     * @param privateKey null for a key that only verifies
     * @throws IllegalArgumentException if it has fewer than 2048 bits
     */
    public static SigningKey rsa(String id, RSAPublicKey publicKey, RSAPrivateKey privateKey) {
        int bits = publicKey.getModulus().bitLength();
        if (bits < LEAST_RSA_BITS) {
            throw new IllegalArgumentException(
                    "key '" + id + "' has " + bits + " bits; RS256 needs " + LEAST_RSA_BITS + " or more");
        }
        return new SigningKey(id, Algorithm.RSA256(publicKey, privateKey), privateKey != null);
    }

    /**
     * ES256.
     *
     * @param privateKey null for a key that only verifies
     * @throws IllegalArgumentException if it is not on the curve P-256
     */
    public static SigningKey ec(String id, ECPublicKey publicKey, ECPrivateKey privateKey) {
        int bits = publicKey.getParams().getOrder().bitLength();
        if (bits != P256_BITS) {
            throw new IllegalArgumentException("key '" + id + "' is not on the curve P-256, which ES256 needs");
        }
        return new SigningKey(id, Algorithm.ECDSA256(publicKey, privateKey), privateKey != null);
    }

    String id() {
        return id;
    }

    Algorithm algorithm() {
        return algorithm;
    }

    boolean canSign() {
        return canSign;
    }

    /** Its id and algorithm; never the key. */
    @Override
    public String toString() {
        return id + " (" + algorithm.getName() + ")";
    }
}
