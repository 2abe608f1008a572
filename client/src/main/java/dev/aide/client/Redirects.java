package dev.aide.client;

import java.io.IOException;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Follows redirects (RFC 9110, section 15.4). What tells who the caller is stays with the origin it was meant for. */
final class Redirects {
    private final int max;
    private final Redaction redaction;

    Redirects(int max, Redaction redaction) {
        this.max = max;
        this.redaction = redaction;
    }

    Response send(Request first, Wire wire) throws IOException {
        Request request = first;
        Response response = wire.send(request);
        for (int followed = 0; max > 0 && isRedirect(response); followed++) {
            Request next;
            try (Response redirect = response) {
                if (followed == max) {
                    throw refused("more than " + max + " redirects, the last to " + redaction.url(target(redirect)));
                }
                next = follow(request, redirect);
            }
            request = next;
            response = wire.send(request);
        }
        return response;
    }

    private static boolean isRedirect(Response response) {
        return switch (response.code()) {
            case 301, 302, 303, 307, 308 -> response.header("Location") != null;
            default -> false;
        };
    }

    private Request follow(Request request, Response redirect) throws CallException {
        HttpUrl from = request.url();
        HttpUrl to = target(redirect);
        if (from.isHttps() && !to.isHttps()) {
            throw refused("a redirect from https to http is not followed: " + redaction.url(to));
        }
        Request.Builder next = request.newBuilder().url(to);
        if (becomesGet(request, redirect)) {
            next.method("GET", null);
            next.removeHeader("Content-Type").removeHeader("Content-Length").removeHeader("Content-Encoding");
        } else {
            requireRepeatable(request.body());
        }
        if (!isSameOrigin(from, to)) {
            next.tag(Luggage.class, Luggage.of(request).withoutAuth()).removeHeader("Host");
            forget(request.headers(), next);
        }
        return next.build();
    }

    private static boolean becomesGet(Request request, Response redirect) {
        return switch (redirect.code()) {
            case 303 -> !request.method().equals("HEAD");
            case 301, 302 -> request.method().equals("POST");
            default -> false;
        };
    }

    private static void requireRepeatable(RequestBody body) throws CallException {
        if (body instanceof Payload payload && !payload.isRepeatable()) {
            throw refused("the server wants the body at another address, but it was a stream that can be read once: "
                    + "give a file, or a supplier of streams");
        }
    }

    private void forget(Headers headers, Request.Builder next) {
        headers.names().stream().filter(redaction::isSecret).forEach(next::removeHeader);
    }

    private HttpUrl target(Response redirect) throws CallException {
        String location = redirect.header("Location", "");
        HttpUrl to = redirect.request().url().resolve(location);
        if (to == null) {
            throw refused("the server redirects to something that is not an http or https address");
        }
        return to;
    }

    static boolean isSameOrigin(HttpUrl a, HttpUrl b) {
        return a.scheme().equals(b.scheme()) && a.host().equals(b.host()) && a.port() == b.port();
    }

    private static CallException refused(String message) {
        return new CallException(FailureKind.REDIRECT, message, null);
    }
}
