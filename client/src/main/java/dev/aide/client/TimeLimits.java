package dev.aide.client;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.Request;

/** Gives an attempt its own limits for reading and for name resolution, which OkHttp's call timeout can't stop. */
record TimeLimits(Duration read, long endsAtNanos) {

    static TimeLimits of(Request request) {
        return request.tag(TimeLimits.class);
    }

    Interceptor.Chain apply(Interceptor.Chain chain) {
        BoundedDns dns = (BoundedDns) chain.getDns();
        Duration left = Duration.ofNanos(Math.max(0, endsAtNanos - System.nanoTime()));
        Interceptor.Chain limited = chain.withDns(dns.within(left));
        int millis = millis(read);
        return millis == limited.readTimeoutMillis() ? limited : limited.withReadTimeout(millis, TimeUnit.MILLISECONDS);
    }

    private static int millis(Duration time) {
        // zero means no limit to OkHttp
        return time.toMillis() > Integer.MAX_VALUE ? 0 : Math.max(1, (int) time.toMillis());
    }
}
