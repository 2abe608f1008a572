package dev.aide.server.socket.engine;

import dev.aide.server.http.HttpError;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Takes what a client posts to its session: one post at a time, its packets one after the other, as there is room.
 *
 * <p>Safe for use by many threads.
 */
final class Posts {
    private final EngineSession session;
    private final AtomicBoolean isPosting = new AtomicBoolean();

    Posts(EngineSession session) {
        this.session = session;
    }

    /** As {@link EngineSession#post}; must not be called with a lock. */
    CompletionStage<Void> take(byte[] body) {
        if (!isPosting.compareAndSet(false, true)) {
            session.violated(new ProtocolException("two posts at once"));
            throw HttpError.badRequest("there is a post under way already; the session is closed");
        }
        return takeOn(packets(body)).thenRun(() -> isPosting.set(false));
    }

    private Iterator<EnginePacket> packets(byte[] body) {
        try {
            return PollingPayload.decode(body).iterator();
        } catch (ProtocolException e) {
            throw refused(e);
        }
    }

    /** Takes what is left, until there is no room; goes on when there is. */
    private CompletableFuture<Void> takeOn(Iterator<EnginePacket> packets) {
        CompletableFuture<Void> room = CompletableFuture.completedFuture(null);
        try {
            while (packets.hasNext() && room.isDone()) {
                room = session.receive(packets.next()).toCompletableFuture();
            }
        } catch (ProtocolException e) {
            throw refused(e);
        }
        return packets.hasNext() ? room.thenCompose(done -> takeOn(packets)) : room;
    }

    private HttpError refused(ProtocolException violation) {
        session.violated(violation);
        return HttpError.badRequest(violation.getMessage() + "; the session is closed");
    }
}
