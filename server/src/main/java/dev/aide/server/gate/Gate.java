package dev.aide.server.gate;

import dev.aide.server.limit.RateLimit;
import dev.aide.server.token.IdentityMask;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a request must fulfil before a handler sees it: {@code Gate.bearer().scopes("notes:write")
 * .limit(RateLimit.perUser(60, Duration.ofMinutes(1)))}. Each endpoint has one; there is none by default.
 *
 * <p>Immutable: each method returns another gate.
 */
public final class Gate {
    private final Set<AuthType> accepts;
    private final Authenticator authenticator;
    private final Set<String> scopes;
    private final Set<String> anyScope;
    private final Set<String> roles;
    private final OwnerCheck ownerCheck;
    private final List<RateLimit> limits;
    private final Masking masking;

    private Gate(
            Set<AuthType> accepts,
            Authenticator authenticator,
            Set<String> scopes,
            Set<String> anyScope,
            Set<String> roles,
            OwnerCheck ownerCheck,
            List<RateLimit> limits,
            Masking masking) {
        this.accepts = accepts;
        this.authenticator = authenticator;
        this.scopes = scopes;
        this.anyScope = anyScope;
        this.roles = roles;
        this.ownerCheck = ownerCheck;
        this.limits = limits;
        this.masking = masking;
    }

    private static Gate of(Set<AuthType> accepts, Authenticator authenticator) {
        return new Gate(accepts, authenticator, Set.of(), Set.of(), Set.of(), null, List.of(), null);
    }

    /** Lets everybody in. */
    public static Gate open() {
        return of(Set.of(), null);
    }

    /** Asks for an access token. */
    public static Gate bearer() {
        return anyOf(AuthType.BEARER);
    }

    /** Asks for an API key. */
    public static Gate apiKey() {
        return anyOf(AuthType.API_KEY);
    }

    /** Asks for name and password. Each request costs a password hash: meant for people at a browser, not programs. */
    public static Gate basic() {
        return anyOf(AuthType.BASIC);
    }

    /**
     * Accepts any of these.
     *
     * @throws IllegalArgumentException if {@link AuthType#OWN} is among them, which {@link #own} is for
     */
    public static Gate anyOf(AuthType first, AuthType... others) {
        Set<AuthType> accepts = EnumSet.of(first, others);
        if (accepts.contains(AuthType.OWN)) {
            throw new IllegalArgumentException("OWN needs an authenticator: use Gate.own");
        }
        return of(accepts, null);
    }

    /** Asks an authenticator of the program. */
    public static Gate own(Authenticator authenticator) {
        return of(EnumSet.of(AuthType.OWN), authenticator);
    }

    /**
     * Asks an authenticator of the program that reads a header, such as {@code X-Signature}; the documentation names it.
     *
     * @throws IllegalArgumentException if this is no name of a header
     */
    public static Gate own(String header, Authenticator authenticator) {
        return own(new HeaderAuthenticator(header, authenticator));
    }

    /**
     * Asks for all of these scopes.
     *
     * @throws IllegalStateException if the gate is open
     */
    public Gate scopes(String... all) {
        return copy(sorted(all), anyScope, roles, ownerCheck, limits, masking);
    }

    /**
     * Asks for at least one of these scopes.
     *
     * @throws IllegalStateException if the gate is open
     */
    public Gate anyScope(String... some) {
        return copy(scopes, sorted(some), roles, ownerCheck, limits, masking);
    }

    /**
     * Asks for at least one of these roles.
     *
     * @throws IllegalStateException if the gate is open
     */
    public Gate roles(String... some) {
        return copy(scopes, anyScope, sorted(some), ownerCheck, limits, masking);
    }

    /**
     * Asks whether what the path names, or the first argument of a socket's event, is the caller's.
     *
     * @throws IllegalStateException if the gate is open
     */
    public Gate owner(OwnerCheck check) {
        return copy(scopes, anyScope, roles, check, limits, masking);
    }

    /** Limits how often; several limits hold together. */
    public Gate limit(RateLimit limit) {
        if (limits.contains(limit)) {
            return this;
        }
        List<RateLimit> more = new ArrayList<>(limits);
        more.add(limit);
        return new Gate(accepts, authenticator, scopes, anyScope, roles, ownerCheck, List.copyOf(more), masking);
    }

    /**
     * Names a field whose value is an id outside only in disguise: unmasked before the handler sees it, masked again in
     * the answer, at any depth of objects and lists. A mask that is none gives 401.
     *
     * @param field the field's name, in path, query, form and JSON
     * @param mask what disguises it
     */
    public Gate payloadAuthTokenKey(String field, IdentityMask mask) {
        return new Gate(accepts, authenticator, scopes, anyScope, roles, ownerCheck, limits, new Masking(field, mask));
    }

    private Gate copy(
            Set<String> newScopes,
            Set<String> newAnyScope,
            Set<String> newRoles,
            OwnerCheck newOwnerCheck,
            List<RateLimit> newLimits,
            Masking newMasking) {
        if (isOpen()) {
            throw new IllegalStateException("an open gate knows no caller: begin with bearer(), apiKey(), basic()"
                    + " or own() to ask for scopes, roles or an owner");
        }
        return new Gate(accepts, authenticator, newScopes, newAnyScope, newRoles, newOwnerCheck, newLimits, newMasking);
    }

    private static Set<String> sorted(String... words) {
        return Collections.unmodifiableSet(new TreeSet<>(List.of(words)));
    }

    /** Whether everybody is let in. */
    public boolean isOpen() {
        return accepts.isEmpty();
    }

    /** What is accepted; nothing if the gate is open. */
    public Set<AuthType> accepts() {
        return accepts;
    }

    /** The scopes that are all needed. */
    public Set<String> scopes() {
        return scopes;
    }

    /** The scopes of which one is needed. */
    public Set<String> anyScope() {
        return anyScope;
    }

    /** The roles of which one is needed. */
    public Set<String> roles() {
        return roles;
    }

    /** How often it opens. */
    public Collection<RateLimit> limits() {
        return limits;
    }

    /** The field whose ids are masked. */
    public Optional<Masking> masking() {
        return Optional.ofNullable(masking);
    }

    /** The header that the program's own authenticator reads, where it was said. */
    public Optional<String> ownHeader() {
        return authenticator instanceof HeaderAuthenticator known ? Optional.of(known.header()) : Optional.empty();
    }

    Optional<Authenticator> authenticator() {
        return Optional.ofNullable(authenticator);
    }

    Optional<OwnerCheck> ownerCheck() {
        return Optional.ofNullable(ownerCheck);
    }

    /** In words, for listings: {@code bearer, scopes [notes:write], 60 per minute and user}. */
    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        words.add(
                isOpen()
                        ? "open"
                        : String.join(" or ", accepts.stream().map(Gate::word).toList()));
        addUnlessEmpty(words, "scopes ", scopes);
        addUnlessEmpty(words, "any scope of ", anyScope);
        addUnlessEmpty(words, "any role of ", roles);
        if (ownerCheck != null) {
            words.add("owner");
        }
        limits.forEach(limit -> words.add(limit.toString()));
        return String.join(", ", words);
    }

    private static String word(AuthType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static void addUnlessEmpty(List<String> words, String before, Set<String> values) {
        if (!values.isEmpty()) {
            words.add(before + values);
        }
    }

    /**
     * A field of masked ids. Immutable.
     *
     * @param field its name
     * @param mask what disguises it
     */
    public record Masking(String field, IdentityMask mask) {}
}
