package dev.aide.client;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Gives an attempt its own limits for reading and for name resolution, which OkHttp's call timeout can't stop. */
record TimeLimits(Duration read, long endsAtNanos) {

    static Response apply(Interceptor.Chain chain) throws IOException {
        TimeLimits limits = chain.request().tag(TimeLimits.class);
        BoundedDns dns = (BoundedDns) chain.getDns();
        Duration left = Duration.ofNanos(Math.max(0, limits.endsAtNanos - System.nanoTime()));
        return chain.withDns(dns.within(left))
                .withReadTimeout(millis(limits.read), TimeUnit.MILLISECONDS)
                .proceed(chain.request());
    }

    private static int millis(Duration time) {
        // zero means no limit to OkHttp
        return time.toMillis() > Integer.MAX_VALUE ? 0 : Math.max(1, (int) time.toMillis());
    }
}
