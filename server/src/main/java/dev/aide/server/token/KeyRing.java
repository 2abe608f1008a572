package dev.aide.server.token;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One key that signs and any number that verify. To change keys: first let the new one verify everywhere, then let it
 * sign, and drop the old one when its last token has expired. Immutable.
 */
public final class KeyRing {
    private final SigningKey signing;
    private final Map<String, SigningKey> verifying;

    private KeyRing(SigningKey signing, Map<String, SigningKey> verifying) {
        this.signing = signing;
        this.verifying = verifying;
    }

    /**
     * Signs with this key, and verifies with it.
     *
     * @throws IllegalArgumentException if it is a public key alone
     */
    public static KeyRing signingWith(SigningKey key) {
        if (!key.canSign()) {
            throw new IllegalArgumentException("key " + key + " is a public key alone, and can't sign");
        }
        return new KeyRing(key, Map.of(key.id(), key));
    }

    /**
     * The same ring, verifying with this key too.
     *
     * @throws IllegalArgumentException if there is a key of that id
     */
    public KeyRing verifyingWith(SigningKey key) {
        Map<String, SigningKey> more = new LinkedHashMap<>(verifying);
        if (more.putIfAbsent(key.id(), key) != null) {
            throw new IllegalArgumentException("there are two keys of id '" + key.id() + "'");
        }
        return new KeyRing(signing, more);
    }

    SigningKey signing() {
        return signing;
    }

    Optional<SigningKey> verifying(String id) {
        return Optional.ofNullable(verifying.get(id));
    }
}
