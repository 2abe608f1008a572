package dev.aide.server.jetty;

import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/**
 * What a client still sends of a body when its answer is out. On HTTP/2 Jetty cancels a stream that ends before its request
 * does, and clients may then drop the answer, a 401 or 413 that came early (RFC 9113, 8.1). So the rest is read and thrown
 * away, within limits. For one request.
 */
final class UnreadBody implements Runnable {
    private static final long MOST_BYTES = 1024 * 1024;
    private static final long MOST_NANOS = 5_000_000_000L;

    private final Request request;
    private final Callback end;
    private final long begun = System.nanoTime();
    private long thrownAway;

    private UnreadBody(Request request, Callback end) {
        this.request = request;
        this.end = end;
    }

    /** Calls back when the answer is out, and the rest of the request was thrown away where that is needed. */
    static Callback before(Callback end, Request request) {
        return request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_2
                ? Callback.from(() -> new UnreadBody(request, end).run(), end::failed)
                : end;
    }

    @Override
    public void run() {
        boolean isOver = false;
        while (!isOver) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            thrownAway += chunk.remaining();
            isOver = chunk.isLast()
                    || Content.Chunk.isFailure(chunk)
                    || thrownAway > MOST_BYTES
                    || System.nanoTime() - begun > MOST_NANOS;
            chunk.release();
        }
        end.succeeded();
    }
}
