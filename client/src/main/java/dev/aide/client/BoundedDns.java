package dev.aide.client;

import dev.aide.client.net.AddressResolver;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/**
 * Resolves names on another thread and gives up after a time: the JDK's own lookup can be neither timed nor
 * interrupted. Two of them are equal if they ask the same resolver, or OkHttp would not share connections.
 */
final class BoundedDns implements Dns {
    private final AddressResolver resolver;
    private final Executor executor;
    private final Duration limit;

    BoundedDns(AddressResolver resolver, Executor executor, Duration limit) {
        this.resolver = resolver;
        this.executor = executor;
        this.limit = limit;
    }

    BoundedDns within(Duration newLimit) {
        return new BoundedDns(resolver, executor, newLimit);
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        FutureTask<List<InetAddress>> lookup = new FutureTask<>(() -> List.copyOf(resolver.resolve(host)));
        try {
            executor.execute(lookup);
            return lookup.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw unknown(host, e.getCause());
        } catch (RejectedExecutionException e) {
            throw unknown(host, e);
        } catch (TimeoutException e) {
            throw unknown(host, new SocketTimeoutException("no answer from the name service within " + limit));
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
}
