package dev.aide.client;

import dev.aide.client.auth.Auth;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import okhttp3.Request;
import okhttp3.Response;

/** Adds the credentials of a request's Auth, and tries once more with new ones when they are refused. */
final class Credentials {

    Response send(Request request, Wire wire) throws IOException {
        Auth auth = Luggage.of(request).auth();
        // a header that the caller set goes before the client's
        if (auth == null || request.header(auth.header()) != null) {
            return wire.send(request);
        }
        String credential = ask(auth::credential);
        Response response = wire.send(with(auth, credential, request));
        if (response.code() != 401 || !isRepeatable(request)) {
            return response;
        }
        Request again;
        try {
            Optional<String> fresh = ask(() -> auth.refreshed(credential));
            if (fresh.isEmpty() || fresh.get().equals(credential)) {
                return response;
            }
            again = with(auth, fresh.get(), request);
        } catch (Throwable e) {
            response.close();
            throw e;
        }
        response.close();
        return wire.send(again);
    }

    private static Request with(Auth auth, String credential, Request request) throws CallException {
        String value = ask(() -> HeaderFields.checkedValue(auth.header(), credential));
        return request.newBuilder().header(auth.header(), value).build();
    }

    private static boolean isRepeatable(Request request) {
        return !(request.body() instanceof Payload payload) || payload.isRepeatable();
    }

    private static <V> V ask(Callable<V> question) throws CallException {
        try {
            return question.call();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallException(FailureKind.CANCELLED, "interrupted while waiting for credentials", e);
        } catch (Throwable e) {
            throw new CallException(FailureKind.AUTH, "no credentials to send: " + e, e);
        }
    }
}
