package dev.aide.server.socket;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aide.server.http.Headers;
import dev.aide.server.http.HttpError;
import dev.aide.server.http.Request;

/**
 * What a client says of itself when it connects, as the headers in which HTTP has it: {@code {token: "…"}} is
 * {@code Authorization: Bearer}, {@code {apiKey: "…"}} is {@code X-API-Key}.
 */
final class AuthPayload {

    private AuthPayload() {}

    /** The request that opened the connection, with the payload's credentials. */
    static Request apply(Request opening, JsonNode auth) {
        Headers headers = opening.headers();
        if (auth.path("token").isTextual()) {
            headers =
                    and(headers, "Authorization", "Bearer " + auth.path("token").textValue());
        }
        if (auth.path("apiKey").isTextual()) {
            headers = and(headers, "X-API-Key", auth.path("apiKey").textValue());
        }
        return opening.withHeaders(headers);
    }

    /** The request with this access token in place of all credentials that it had. */
    static Request replaceToken(Request request, String token) {
        Headers.Builder others = Headers.builder();
        request.headers().forEach((name, value) -> {
            if (!name.equalsIgnoreCase("Authorization") && !name.equalsIgnoreCase("X-API-Key")) {
                others.add(name, value);
            }
        });
        return request.withHeaders(and(others.build(), "Authorization", "Bearer " + token));
    }

    private static Headers and(Headers headers, String name, String value) {
        try {
            return headers.and(name, value);
        } catch (IllegalArgumentException e) {
            throw HttpError.unauthorized("the credential has a character that none has");
        }
    }
}
