package dev.aide.client;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * What this client does to an attempt within OkHttp, outermost first: hooks, redirects, credentials, time limits. One
 * interceptor, because each that OkHttp knows of costs every call.
 */
final class Pipeline implements Interceptor {
    private final Redirects redirects;
    private final Credentials credentials = new Credentials();

    Pipeline(Redirects redirects) {
        this.redirects = redirects;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        try {
            Wire limited =
                    request -> NoResend.show(TimeLimits.of(request).apply(chain).proceed(request));
            Wire authorised = request -> credentials.send(request, limited);
            return redirects.send(prepared(chain.request()), authorised);
        } catch (IOException e) {
            throw e;
        } catch (Throwable e) {
            // OkHttp would end its thread with it, and tell the caller of a cancellation
            throw new CallException(FailureKind.UNEXPECTED, e.toString(), e);
        }
    }

    private static Request prepared(Request request) throws IOException {
        return request.tag(Preparation.class).prepare(request);
    }
}
