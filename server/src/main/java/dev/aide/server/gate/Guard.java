package dev.aide.server.gate;

import dev.aide.server.http.Caller;
import dev.aide.server.http.Headers;
import dev.aide.server.http.HttpError;
import dev.aide.server.http.Request;
import dev.aide.server.limit.Allowance;
import dev.aide.server.limit.LimitBy;
import dev.aide.server.limit.Limiter;
import dev.aide.server.limit.Limits;
import dev.aide.server.limit.Network;
import dev.aide.server.limit.RateLimit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * One endpoint's gate at work. First the cheap limits by network, then who asks, then the other limits, then what they
 * may.
 *
 * <p>Safe for use by many threads.
 */
public final class Guard {
    private final Gate gate;
    private final Credentials credentials;
    private final List<LimitAtWork> limits;
    private final Headers policy;

    /**
     * Puts a gate to work.
     *
     * @param name what it is the gate of, the same on each node
     * @param limits where its limits are counted
     */
    public Guard(String name, Gate gate, Credentials credentials, Limits limits) {
        this.gate = gate;
        this.credentials = credentials;
        this.limits = gate.limits().stream()
                .map(limit -> new LimitAtWork(limit, limits.limiter(name, limit)))
                .toList();
        this.policy = policy(gate.limits());
    }

    /** Those by network first, as they are counted. */
    private static Headers policy(Collection<RateLimit> limits) {
        String items = limits.stream()
                .sorted(Comparator.comparing(limit -> limit.by() != LimitBy.IP))
                .map(RateLimit::policy)
                .collect(Collectors.joining(", "));
        return items.isEmpty() ? Headers.none() : Headers.none().and("RateLimit-Policy", items);
    }

    /**
     * Lets a request in.
     *
     * @return the request with its caller, and headers that say how many more may come
     * @throws HttpError 401, 403 or 429; 503 if it can't be said now who asks or how often
     */
    public Admission admit(Request request) {
        List<Allowance> allowances = new ArrayList<>();
        count(request, true, allowances);
        Request known = gate.isOpen() ? request : request.withCaller(authenticated(request));
        count(known, false, allowances);
        authorize(known);
        return new Admission(known, headers(allowances));
    }

    /** Whether it asks what a request is about. */
    public boolean asksOwner() {
        return gate.ownerCheck().isPresent();
    }

    private void count(Request request, boolean isBeforeLogin, List<Allowance> allowances) {
        for (LimitAtWork limit : limits) {
            if ((limit.rule().by() == LimitBy.IP) == isBeforeLogin) {
                Allowance allowance = limit.limiter().take(key(limit.rule().by(), request));
                allowances.add(allowance);
                if (!allowance.isGranted()) {
                    throw tooMany(allowance, allowances);
                }
            }
        }
    }

    private static String key(LimitBy by, Request request) {
        Caller caller = request.caller();
        return switch (by) {
            case IP -> network(request);
            case ENDPOINT -> "endpoint";
            case USER -> caller.isAnonymous() ? network(request) : "user " + caller.id();
            case KEY -> caller.credential().isEmpty() ? network(request) : "key " + caller.credential();
        };
    }

    private static String network(Request request) {
        return "network " + Network.siteOf(request.peer().address());
    }

    private HttpError tooMany(Allowance refused, List<Allowance> allowances) {
        return HttpError.tooManyRequests("too many requests: " + refused.limit() + " is the limit", refused.reset())
                .headers(headers(allowances));
    }

    private Headers headers(List<Allowance> allowances) {
        if (allowances.isEmpty()) {
            return Headers.none();
        }
        StringJoiner state = new StringJoiner(", ");
        allowances.forEach(allowance -> state.add(allowance.field()));
        return policy.and("RateLimit", state.toString());
    }

    private Caller authenticated(Request request) {
        try {
            return credentials.callerOf(request, gate);
        } catch (HttpError e) {
            throw e.status() == 401 ? withChallenge(e) : e;
        }
    }

    private HttpError withChallenge(HttpError error) {
        HttpError challenged = error;
        for (AuthType type : gate.accepts()) {
            if (type != AuthType.OWN) {
                challenged = challenged.header("WWW-Authenticate", type.scheme() + " realm=\"portal\"");
            }
        }
        return challenged;
    }

    private void authorize(Request request) {
        Caller caller = request.caller();
        if (!caller.scopes().containsAll(gate.scopes())) {
            throw HttpError.forbidden("this needs the scopes " + gate.scopes());
        }
        if (!gate.anyScope().isEmpty() && Collections.disjoint(caller.scopes(), gate.anyScope())) {
            throw HttpError.forbidden("this needs one of the scopes " + gate.anyScope());
        }
        if (!gate.roles().isEmpty() && Collections.disjoint(caller.roles(), gate.roles())) {
            throw HttpError.forbidden("this needs one of the roles " + gate.roles());
        }
        boolean isOwner = gate.ownerCheck().map(check -> check.isOwner(request)).orElse(true);
        if (!isOwner) {
            throw HttpError.forbidden("this is not yours");
        }
    }

    /**
     * A request that was let in. Immutable.
     *
     * @param request the request with its caller
     * @param headers for the answer
     */
    public record Admission(Request request, Headers headers) {}

    private record LimitAtWork(RateLimit rule, Limiter limiter) {}
}
