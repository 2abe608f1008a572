package dev.aide.server.token;

import java.time.Clock;
import java.time.Duration;

/**
 * How tokens are made and checked. Immutable; the builder is for one thread.
 *
 * @param issuer each token's {@code iss}
 * @param audience each token's {@code aud}
 * @param keys what signs and verifies
 * @param accessLifetime how long an access token is good; 15 minutes unless changed
 * @param refreshLifetime how long a refresh token is good; 30 days unless changed
 * @param leeway how far clocks may be apart; 30 seconds unless changed, at most 60
 * @param clock what time it is
 */
public record TokenOptions(
        String issuer,
        String audience,
        KeyRing keys,
        Duration accessLifetime,
        Duration refreshLifetime,
        Duration leeway,
        Clock clock) {

    /** Options to change one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects options. Not safe for use by several threads. */
    public static final class Builder {
        private static final Duration MOST_LEEWAY = Duration.ofSeconds(60);

        private String issuer = "";
        private String audience = "";
        private KeyRing keys;
        private Duration accessLifetime = Duration.ofMinutes(15);
        private Duration refreshLifetime = Duration.ofDays(30);
        private Duration leeway = Duration.ofSeconds(30);
        private Clock clock = Clock.systemUTC();

        private Builder() {}

        /** Who issues the tokens, such as {@code https://notes.example.com}. */
        public Builder issuer(String issuer) {
            this.issuer = issuer;
            return this;
        }

        /** Whom the tokens are for, such as {@code notes-api}. */
        public Builder audience(String audience) {
            this.audience = audience;
            return this;
        }

        /** What signs and verifies. */
        public Builder keys(KeyRing keys) {
            this.keys = keys;
            return this;
        }

        /** How long an access token is good. */
        public Builder accessLifetime(Duration lifetime) {
            this.accessLifetime = positive("accessLifetime", lifetime);
            return this;
        }

        /** How long a refresh token is good. */
        public Builder refreshLifetime(Duration lifetime) {
            this.refreshLifetime = positive("refreshLifetime", lifetime);
            return this;
        }

        /**
         * How far clocks may be apart.
         *
         * @throws IllegalArgumentException if it is more than 60 seconds
         */
        public Builder leeway(Duration leeway) {
            if (leeway.isNegative() || leeway.compareTo(MOST_LEEWAY) > 0) {
                throw new IllegalArgumentException("leeway is from 0 to 60 seconds, not " + leeway);
            }
            this.leeway = leeway;
            return this;
        }

        /** What time it is. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /**
         * The options as they are now.
         *
         * @throws IllegalStateException if issuer, audience or keys are missing
         */
        public TokenOptions build() {
            if (issuer.isBlank() || audience.isBlank() || keys == null) {
                throw new IllegalStateException("tokens need an issuer, an audience and keys");
            }
            return new TokenOptions(issuer, audience, keys, accessLifetime, refreshLifetime, leeway, clock);
        }

        private static Duration positive(String name, Duration value) {
            if (value.isZero() || value.isNegative()) {
                throw new IllegalArgumentException(name + " must be more than zero, not " + value);
            }
            return value;
        }
    }
}
