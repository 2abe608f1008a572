package dev.aide.server.admin;

import dev.aide.server.agent.AideBean;
import dev.aide.server.http.HttpError;
import dev.aide.server.http.Request;
import dev.aide.server.socket.Namespace;
import dev.aide.server.socket.Sockets;
import dev.aide.store.ConstraintException;
import dev.aide.store.queue.PersistentQueue;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what the page asks for, and logs who asked. Safe for use by many threads. */
public final class Changes {
    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);

    private final List<PersistentQueue> queues;
    private final Optional<Sockets> sockets;
    private final PageToken token;

    /** Changes these queues and sockets, for requests that bring this token. */
    public Changes(List<PersistentQueue> queues, Optional<Sockets> sockets, PageToken token) {
        this.queues = queues;
        this.sockets = sockets;
        this.token = token;
    }

    /**
     * Makes dead jobs ready again; those that are not dead any more are left.
     *
     * @throws HttpError 404 if there is no such queue, 403 if the request does not come from the page
     */
    public Done requeue(Requeue wish, Request request) {
        token.require(request);
        PersistentQueue queue = queues.stream()
                .filter(each -> each.name().equals(wish.queue()))
                .findFirst()
                .orElseThrow(() -> HttpError.notFound("there is no such queue here"));
        long requeued = wish.jobs().stream().filter(job -> requeue(queue, job)).count();
        long left = wish.jobs().size() - requeued;
        LOG.info(
                "{} requeued {} of {} dead jobs of {}",
                who(request),
                requeued,
                wish.jobs().size(),
                queue.name());
        return new Done(left == 0 ? requeued + " requeued" : requeued + " requeued, " + left + " left as they are");
    }

    private static boolean requeue(PersistentQueue queue, long job) {
        try {
            return queue.requeue(job);
        } catch (ConstraintException e) {
            // a job with its key waits or runs already
            return false;
        }
    }

    /**
     * Disconnects the sockets that a user has in a namespace.
     *
     * @throws HttpError 404 if there is no such namespace, 403 if the request does not come from the page
     */
    public Done disconnect(Disconnect wish, Request request) {
        token.require(request);
        int disconnected = namespace(wish.namespace()).disconnectUser(wish.user());
        LOG.info(
                "{} disconnected {} sockets of user '{}' from {}",
                who(request),
                disconnected,
                wish.user(),
                wish.namespace());
        return new Done(disconnected == 1 ? "1 socket disconnected" : disconnected + " sockets disconnected");
    }

    private Namespace namespace(String name) {
        HttpError unknown = HttpError.notFound("there is no such namespace here");
        try {
            return sockets.orElseThrow(() -> unknown).of(name);
        } catch (IllegalArgumentException e) {
            throw unknown;
        }
    }

    /**
     * Switches aide's mode.
     *
     * @throws HttpError 409 if aide does not run here, 400 if it refuses, 403 if the request does not come from the page
     */
    public Done switchMode(SwitchMode wish, Request request) {
        token.require(request);
        String said = AideBean.switchMode(wish.pattern(), wish.rule(), wish.mode());
        LOG.info(
                "{} switched aide's mode for rule '{}' of '{}' to {}: {}",
                who(request),
                wish.rule(),
                wish.pattern(),
                wish.mode(),
                said);
        return new Done(said);
    }

    private static String who(Request request) {
        return "user '" + request.caller().id() + "' (request " + request.peer().requestId() + ")";
    }
}
