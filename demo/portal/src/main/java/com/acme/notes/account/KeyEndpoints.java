package com.acme.notes.account;

import com.acme.notes.access.Gates;
import com.acme.notes.access.Scopes;
import dev.aide.server.Endpoint;
import dev.aide.server.bind.RequestBody;
import dev.aide.server.http.Caller;
import dev.aide.server.http.HttpError;
import dev.aide.server.http.Method;
import dev.aide.server.token.ApiKey;
import dev.aide.server.token.ApiKeys;
import dev.aide.server.token.Grant;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Keys for people's programs: for notes alone, and no more than ten each. */
public final class KeyEndpoints {
    private static final int MOST = 10;

    private final ApiKeys keys;

    /** Serves these keys. */
    public KeyEndpoints(ApiKeys keys) {
        this.keys = keys;
    }

    @Endpoint(value = "/api/me/keys", gate = Gates.ACCOUNT, summary = "Lists the user's API keys")
    List<Key> list(Caller caller) {
        return keys.list(caller.id()).stream().map(Key::of).toList();
    }

    @Endpoint(
            value = "/api/me/keys",
            method = Method.POST,
            gate = Gates.ACCOUNT,
            summary = "Makes an API key, which is shown this once")
    CreatedKey create(@RequestBody NewKey wanted, Caller caller) {
        if (keys.list(caller.id()).size() >= MOST) {
            throw HttpError.conflict("there are " + MOST + " keys already; revoke one first");
        }
        return new CreatedKey(keys.create(wanted.name(), new Grant(caller.id(), wanted.scopes(), Set.of())));
    }

    @Endpoint(
            value = "/api/me/keys/{prefix}",
            method = Method.DELETE,
            gate = Gates.ACCOUNT,
            summary = "Revokes an API key, at once")
    void revoke(String prefix, Caller caller) {
        if (!keys.revoke(caller.id(), prefix)) {
            throw HttpError.notFound("there is no key that begins with ak_" + prefix);
        }
    }

    /**
     * A key to make. Immutable.
     *
     * @param name what it is for
     * @param mayWrite whether it may write notes, or only read them
     */
    record NewKey(String name, boolean mayWrite) {
        private static final int LONGEST_NAME = 60;

        NewKey {
            name = name.strip();
            if (name.isEmpty() || name.length() > LONGEST_NAME) {
                throw new IllegalArgumentException("a key's name has from 1 to " + LONGEST_NAME + " characters");
            }
        }

        Set<String> scopes() {
            return mayWrite ? Set.of(Scopes.READ, Scopes.WRITE) : Set.of(Scopes.READ);
        }
    }

    /**
     * A key, as nobody will see it again. Immutable.
     *
     * @param key goes into {@code X-API-Key}
     */
    record CreatedKey(String key) {}

    /**
     * A key in a list. Immutable.
     *
     * @param prefix what it begins with, behind {@code ak_}
     * @param name what it is for
     * @param mayWrite whether it may write notes
     * @param createdAt when it was made
     */
    record Key(String prefix, String name, boolean mayWrite, Instant createdAt) {

        static Key of(ApiKey key) {
            return new Key(key.prefix(), key.name(), key.grant().scopes().contains(Scopes.WRITE), key.createdAt());
        }
    }
}
