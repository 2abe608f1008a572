package dev.aide.client;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * What this client does to an attempt within OkHttp, outermost first: hooks, redirects, credentials, time limits. One
 * interceptor, because each that OkHttp knows of costs every call.
 */
final class Pipeline implements Interceptor {
    private final Redirects redirects;
    private final BoundedDns dns;
    private final Credentials credentials = new Credentials();

    Pipeline(Redirects redirects, BoundedDns dns) {
        this.redirects = redirects;
        this.dns = dns;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        try {
            Luggage luggage = Luggage.of(chain.request());
            Interceptor.Chain timed = luggage.limits().apply(chain);
            Wire network = request -> NoResend.show(timed.proceed(request));
            Wire bounded = request -> dns.within(luggage.limits().left(), () -> network.send(request));
            Wire authorised = request -> credentials.send(request, bounded);
            return redirects.send(luggage.preparation().prepare(chain.request()), authorised);
        } catch (IOException e) {
            throw e;
        } catch (Throwable e) {
            // OkHttp would end its thread with it, and tell the caller of a cancellation
            throw new CallException(FailureKind.UNEXPECTED, e.toString(), e);
        }
    }
}
