package dev.aide.client.auth;

import static java.util.Objects.requireNonNull;

/** A header whose value does not change. */
final class FixedCredential implements Auth {
    private final String header;
    private final String credential;

    FixedCredential(String header, String credential) {
        this.header = requireNonNull(header, "header");
        this.credential = requireNonNull(credential, "credential");
    }

    @Override
    public String header() {
        return header;
    }

    @Override
    public String credential() {
        return credential;
    }
}
