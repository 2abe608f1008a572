package dev.aide.server.gate;

import dev.aide.server.http.Caller;
import dev.aide.server.http.HttpError;
import dev.aide.server.http.Request;
import dev.aide.server.token.ApiKey;
import dev.aide.server.token.ApiKeys;
import dev.aide.server.token.Grant;
import dev.aide.server.token.TokenException;
import dev.aide.server.token.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What the portal can check of what requests say of themselves. Each part may be null: gates that need it are then
 * refused at start.
 *
 * @param tokens checks access tokens
 * @param apiKeys checks API keys
 * @param logins checks names and passwords
 */
public record Credentials(Tokens tokens, ApiKeys apiKeys, Logins logins) {

    /** What the portal needs for a gate, and does not have; in words. */
    public List<String> missingFor(Gate gate) {
        List<String> missing = new ArrayList<>();
        for (AuthType type : gate.accepts()) {
            switch (type) {
                case BEARER -> addIf(missing, tokens == null, "its gate asks for access tokens: give tokens(...)");
                case API_KEY -> addIf(missing, apiKeys == null, "its gate asks for API keys: give apiKeys(...)");
                case BASIC -> addIf(missing, logins == null, "its gate asks for passwords: give logins(...)");
                case OWN -> {}
            }
        }
        return missing;
    }

    private static void addIf(List<String> missing, boolean isMissing, String what) {
        if (isMissing) {
            missing.add(what);
        }
    }

    /**
     * Who sends a request, in one of the ways that the gate accepts. A way that is tried and fails is not followed by
     * another.
     *
     * @throws HttpError 401 if the request does not say, or says it wrongly; 400 if it says it twice
     */
    public Caller callerOf(Request request, Gate gate) {
        refuseTwoAtOnce(request);
        for (AuthType type : gate.accepts()) {
            Optional<Caller> caller = switch (type) {
                case BEARER -> request.authorization(type.scheme()).map(this::bearer);
                case API_KEY -> request.header("X-API-Key").map(this::apiKey);
                case BASIC -> request.authorization(type.scheme()).map(value -> basic(value, request));
                case OWN -> gate.authenticator().flatMap(own -> own.authenticate(request));
            };
            if (caller.isPresent()) {
                return caller.get();
            }
        }
        throw HttpError.unauthorized("this needs " + needs(gate));
    }

    private static void refuseTwoAtOnce(Request request) {
        int credentials = request.headers().all("Authorization").size()
                + request.headers().all("X-API-Key").size();
        if (credentials > 1) {
            throw HttpError.badRequest("there is more than one credential; send Authorization or X-API-Key, once");
        }
    }

    private Caller bearer(String token) {
        try {
            Tokens.Verified verified = tokens.verify(token);
            return caller(verified.grant(), verified.id());
        } catch (TokenException e) {
            throw HttpError.unauthorized(e.getMessage());
        }
    }

    /**
     * Says, whenever it is asked, whether the access token by which a request's caller is known was revoked since; of a
     * caller who is known by anything else, never.
     */
    public BooleanSupplier revocationOf(Request admitted) {
        Optional<String> token = admitted.authorization(AuthType.BEARER.scheme());
        if (tokens == null || token.isEmpty() || admitted.caller().isAnonymous()) {
            return () -> false;
        }
        try {
            return tokens.revocationOf(token.get());
        } catch (TokenException e) {
            // a token of somebody else's, which the program's own gate knows
            return () -> false;
        }
    }

    private Caller apiKey(String key) {
        ApiKey found = apiKeys.verify(key).orElseThrow(() -> HttpError.unauthorized("the API key is not valid"));
        return caller(found.grant(), found.prefix());
    }

    private Caller basic(String encoded, Request request) {
        String[] pair = decoded(encoded).split(":", 2);
        if (pair.length != 2) {
            throw HttpError.unauthorized("name or password is wrong");
        }
        return caller(logins.check(pair[0], pair[1], request.peer()), "");
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Caller caller(Grant grant, String credential) {
        return new Caller(grant.user(), credential, grant.scopes(), grant.roles());
    }

    private static String needs(Gate gate) {
        return String.join(
                " or ",
                gate.accepts().stream()
                        .map(type -> switch (type) {
                            case BEARER -> "an access token";
                            case API_KEY -> "an API key";
                            case BASIC -> "name and password";
                            case OWN -> "a log-in";
                        })
                        .toList());
    }
}
