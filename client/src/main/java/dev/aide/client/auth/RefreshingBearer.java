package dev.aide.client.auth;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A bearer token that is fetched once for all who wait, and again when it was refused. */
final class RefreshingBearer implements Auth {
    private final Callable<String> tokens;
    // not synchronized: a virtual thread that waits for a fetch must not hold its carrier
    private final Lock fetching = new ReentrantLock();
    private volatile String current;

    RefreshingBearer(Callable<String> tokens) {
        this.tokens = requireNonNull(tokens, "tokens");
    }

    @Override
    public String header() {
        return "Authorization";
    }

    @Override
    public String credential() throws Exception {
        String known = current;
        return known == null ? fetchUnlessOtherThan(null) : known;
    }

    @Override
    public Optional<String> refreshed(String rejected) throws Exception {
        return Optional.of(fetchUnlessOtherThan(rejected));
    }

    private String fetchUnlessOtherThan(String rejected) throws Exception {
        fetching.lockInterruptibly();
        try {
            if (current == null || current.equals(rejected)) {
                current = "Bearer " + requireNonNull(tokens.call(), "the token supplier gave null");
            }
            return current;
        } finally {
            fetching.unlock();
        }
    }
}
