package dev.aide.client;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;

/** An attempt's own limits for reading and for its end; OkHttp's call timeout can't stop name resolution. */
record TimeLimits(Duration read, long endsAtNanos) {

    Duration left() {
        return Duration.ofNanos(Math.max(0, endsAtNanos - System.nanoTime()));
    }

    Interceptor.Chain apply(Interceptor.Chain chain) {
        int millis = millis(read);
        return millis == chain.readTimeoutMillis() ? chain : chain.withReadTimeout(millis, TimeUnit.MILLISECONDS);
    }

    private static int millis(Duration time) {
        // zero means no limit to OkHttp
        return time.toMillis() > Integer.MAX_VALUE ? 0 : Math.max(1, (int) time.toMillis());
    }
}
