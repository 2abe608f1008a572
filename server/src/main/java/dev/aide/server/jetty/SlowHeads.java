package dev.aide.server.jetty;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections whose client sends the head of a request byte by byte, each in time for the idle timeout
 * ("slowloris"). Looks at all connections again and again: one that has sent bytes of a request, but no whole head, for
 * longer than the limit is closed.
 *
 * <p>Safe for use by many threads.
 */
final class SlowHeads extends AbstractLifeCycle implements Connection.Listener {
    private final long limitNanos;
    private final Scheduler scheduler;
    private final Map<Connection, Seen> connections = new ConcurrentHashMap<>();

    SlowHeads(Duration limit, Scheduler scheduler) {
        this.limitNanos = limit.toNanos();
        this.scheduler = scheduler;
    }

    @Override
    protected void doStart() {
        look();
    }

    private void look() {
        long now = System.nanoTime();
        connections.forEach((connection, seen) -> {
            Seen next = seen.after(connection, now);
            if (next.isUnfinished() && now - next.since() > limitNanos) {
                connection.getEndPoint().close();
            } else {
                connections.replace(connection, seen, next);
            }
        });
        if (!isStopping() && !isStopped()) {
            scheduler.schedule(this::look, limitNanos / 4, TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void onOpened(Connection connection) {
        // frames of HTTP/2 come at any time, and are limited by Jetty
        boolean isHttp1 = connection instanceof ConnectionMetaData meta && meta.getHttpVersion() != HttpVersion.HTTP_2;
        if (isHttp1) {
            watch(connection);
        }
    }

    private void watch(Connection connection) {
        connections.put(connection, new Seen(0, connection.getBytesIn(), false, System.nanoTime()));
    }

    @Override
    public void onClosed(Connection connection) {
        connections.remove(connection);
    }

    /**
     * What was seen of a connection. Immutable.
     *
     * @param messages how many requests had begun
     * @param bytes how many bytes had come when the last of them began
     * @param isUnfinished whether more bytes have come since, and no request
     * @param since since when it is so
     */
    private record Seen(long messages, long bytes, boolean isUnfinished, long since) {

        Seen after(Connection connection, long now) {
            boolean isBusy = connection.getMessagesIn() > connection.getMessagesOut();
            if (isBusy || connection.getMessagesIn() != messages) {
                return new Seen(connection.getMessagesIn(), connection.getBytesIn(), false, now);
            }
            boolean hasMore = connection.getBytesIn() > bytes;
            return new Seen(messages, bytes, hasMore, hasMore == isUnfinished ? since : now);
        }
    }
}
