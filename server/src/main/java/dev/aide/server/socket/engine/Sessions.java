package dev.aide.server.socket.engine;

import dev.aide.server.http.HttpError;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * The open sessions of all paths.
 *
 * <p>Safe for use by many threads.
 */
public final class Sessions {
    private static final Ending STOPPING = new Ending(CloseCode.GOING_AWAY, "the portal is stopping");
    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofSeconds(5);

    private final int most;
    private final Set<Session> open = ConcurrentHashMap.newKeySet();
    private final LongAdder dropped = new LongAdder();
    private volatile Ending ending;

    /** Begins with none; there may be so many at once. */
    public Sessions(int most) {
        this.most = most;
    }

    /**
     * Says whether another one may come.
     *
     * @throws HttpError 503 if there are too many, or the server stops or is suspended
     */
    void refuseIfFull() {
        Ending now = ending;
        if (now != null || open.size() >= most) {
            throw HttpError.unavailable(now == null ? "there are too many sessions" : now.reason(), BEFORE_ANOTHER_TRY);
        }
    }

    /** One has begun. */
    void add(Session session) {
        open.add(session);
        var unused = session.ended().thenRun(() -> open.remove(session));
        Ending now = ending;
        if (now != null) {
            // it was let in just before
            now.close(session);
        }
    }

    /** Closes all, and lets no new one in until {@link #resume}: clients come back by themselves, to another server. */
    public synchronized void suspend(String reason) {
        if (ending == null) {
            Ending suspended = new Ending(CloseCode.SERVICE_RESTART, reason);
            ending = suspended;
            open.forEach(suspended::close);
        }
    }

    /** Lets new ones in, unless it stops. */
    public synchronized void resume() {
        if (!STOPPING.equals(ending)) {
            ending = null;
        }
    }

    private synchronized void endFor(Ending reason) {
        ending = reason;
    }

    /** Counts the messages that slow clients do not get. */
    LongAdder drops() {
        return dropped;
    }

    /** How many there are. */
    public int count() {
        return open.size();
    }

    /** How many messages wait to be sent to clients. */
    public long queued() {
        return open.stream().mapToLong(Session::queued).sum();
    }

    /** How many messages were dropped since the start, for clients that are too slow. */
    public long dropped() {
        return dropped.sum();
    }

    /**
     * Ends all of them and lets no new one in: each is closed when what its client sent before is handled, and waited for
     * until the client has heard of it; all within a limit, at which those that are left are closed.
     */
    public void stop(Duration limit) throws InterruptedException {
        endFor(STOPPING);
        List<Session> all = List.copyOf(open);
        Stream<CompletableFuture<Void>> ends = all.stream().map(session -> {
            var unused = session.drain().thenRun(() -> STOPPING.close(session));
            return session.ended();
        });
        try {
            CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new)).get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // who does not listen is cut off when the server's connections are closed
        } finally {
            all.forEach(STOPPING::close);
            open.clear();
        }
    }

    /** Why sessions end. */
    private record Ending(int code, String reason) {

        void close(Session session) {
            session.close(code, reason);
        }
    }
}
