package dev.aide.server.jetty;

import dev.aide.server.http.HttpError;
import dev.aide.server.http.Peer;
import dev.aide.server.serve.Arrival;
import dev.aide.server.serve.Dispatcher;
import dev.aide.server.serve.Dispatcher.Outcome;
import dev.aide.server.watch.Metrics;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a request comes in from Jetty and its answer goes out. */
final class Entry extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(Entry.class);

    private final ServerOptions options;
    private final Dispatcher dispatcher;
    private final Metrics metrics;
    private final HeadReader heads;
    private final AnswerWriter answers = new AnswerWriter();
    private final AccessLog log = new AccessLog();

    Entry(ServerOptions options, Dispatcher dispatcher, Metrics metrics) {
        this.options = options;
        this.dispatcher = dispatcher;
        this.metrics = metrics;
        this.heads = new HeadReader(options.proxies());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        long begun = System.nanoTime();
        metrics.begin();
        Peer peer = heads.peer(request);
        AnswerWriter.putCarefulHeaders(response.getHeaders(), peer);
        BodyReader body = new BodyReader(request, options);
        CompletionStage<Outcome> outcome = outcome(request, peer, body);
        boolean isDone = outcome.toCompletableFuture().isDone();
        // what completes a future may be a thread that must not wait; the answer may have to
        Executor executor = isDone ? Runnable::run : getServer().getThreadPool();
        outcome.thenAcceptAsync(
                result -> send(
                        result,
                        isHead(request),
                        response,
                        UnreadBody.before(
                                Callback.from(callback, () -> finish(request, peer, body, result, begun)), request)),
                executor);
        return true;
    }

    /** Whatever goes wrong, the callback must hear of it, or the connection would hang. */
    private void send(Outcome outcome, boolean isHead, Response response, Callback end) {
        try {
            answers.write(outcome.answer(), isHead, response, end);
        } catch (Throwable e) {
            end.failed(e);
        }
    }

    private CompletionStage<Outcome> outcome(Request request, Peer peer, BodyReader body) {
        try {
            Arrival arrival = heads.arrival(request, peer);
            return dispatcher.dispatch(arrival, body).exceptionally(error -> untold(peer));
        } catch (HttpError e) {
            return CompletableFuture.completedFuture(refused(e, peer));
        }
    }

    /** Of an exception that fails itself when it is asked what it is, so nobody is asked again. */
    private Outcome untold(Peer peer) {
        LOG.error("request {} failed with an exception that can't be told", peer.requestId());
        return refused(HttpError.of(500, "something went wrong here"), peer);
    }

    private Outcome refused(HttpError error, Peer peer) {
        return new Outcome(dispatcher.refusal(error, peer.requestId()), "unmatched", "");
    }

    private static boolean isHead(Request request) {
        return request.getMethod().equals("HEAD");
    }

    private void finish(Request request, Peer peer, BodyReader body, Outcome outcome, long begun) {
        long nanos = System.nanoTime() - begun;
        metrics.end(
                methodLabel(request, outcome), outcome.route(), outcome.answer().status(), nanos);
        log.write(request, peer, outcome, nanos / 1_000_000);
        try {
            body.close();
        } catch (IOException e) {
            LOG.warn("the files of request {} could not be deleted", peer.requestId(), e);
        }
    }

    /** A client may invent methods without end; metrics may not have labels without end. */
    private static String methodLabel(Request request, Outcome outcome) {
        return outcome.route().equals("unmatched") ? "any" : request.getMethod();
    }
}
