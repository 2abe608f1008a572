package dev.aide.client;

import dev.aide.client.net.AddressResolver;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;
import okhttp3.Response;

/**
 * Resolves names on another thread and gives up after a time: the JDK's own lookup can be neither timed nor
 * interrupted. Two of them are equal if they ask the same resolver, or OkHttp would not share connections.
 */
final class BoundedDns implements Dns {
    private final AddressResolver resolver;
    private final Executor executor;
    private final Duration limit;
    // of the attempt that this thread sends: a Dns of its own for each would cost every call
    @SuppressWarnings("ThreadLocalUsage") // one for each client, set for as long as it sends
    private final ThreadLocal<Duration> limitOfAttempt = new ThreadLocal<>();

    /**
     * Creates one.
     *
     * @param limit of a lookup that is no attempt's
     */
    BoundedDns(AddressResolver resolver, Executor executor, Duration limit) {
        this.resolver = resolver;
        this.executor = executor;
        this.limit = limit;
    }

    /** Sends a request on this thread, for which a name is looked up no longer than that. */
    Response within(Duration left, Sending sending) throws IOException {
        limitOfAttempt.set(left);
        try {
            return sending.send();
        } finally {
            limitOfAttempt.remove();
        }
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        Duration left = Objects.requireNonNullElse(limitOfAttempt.get(), limit);
        FutureTask<List<InetAddress>> lookup = new FutureTask<>(() -> List.copyOf(resolver.resolve(host)));
        try {
            executor.execute(lookup);
            return lookup.get(left.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw unknown(host, e.getCause());
        } catch (RejectedExecutionException e) {
            throw unknown(host, e);
        } catch (TimeoutException e) {
            throw unknown(host, new SocketTimeoutException("no answer from the name service within " + left));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(host, new InterruptedIOException("interrupted"));
        } finally {
            lookup.cancel(false);
        }
    }

    private static UnknownHostException unknown(String host, Throwable cause) {
        UnknownHostException unknown = new UnknownHostException(host);
        unknown.initCause(cause);
        return unknown;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BoundedDns dns && dns.resolver.equals(resolver);
    }

    @Override
    public int hashCode() {
        return resolver.hashCode();
    }

    /** Sends a request. */
    @FunctionalInterface
    interface Sending {
        Response send() throws IOException;
    }
}
