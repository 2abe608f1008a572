package dev.aide.server.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aide.server.agent.Violations;
import dev.aide.server.answer.Answer;
import dev.aide.server.answer.Answers;
import dev.aide.server.answer.ErrorAnswers;
import dev.aide.server.gate.Credentials;
import dev.aide.server.gate.Failures;
import dev.aide.server.gate.Guard;
import dev.aide.server.gate.Guard.Admission;
import dev.aide.server.http.Headers;
import dev.aide.server.http.HttpError;
import dev.aide.server.http.Method;
import dev.aide.server.http.Request;
import dev.aide.server.limit.Limits;
import dev.aide.server.route.Route;
import dev.aide.server.route.Router;
import dev.aide.server.route.Router.Match;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a request through origin, route, gate, body and handler to its answer.
 *
 * <p>Safe for use by many threads.
 */
public final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Router<Served> router = new Router<>();
    private final Cors cors;
    private final Answers answers;
    private final ErrorAnswers errors;
    private final Duration handlerTimeout;

    /** Serves these routes. */
    public Dispatcher(
            Collection<Route> routes,
            Credentials credentials,
            Cors cors,
            ObjectMapper mapper,
            ErrorAnswers errors,
            Duration handlerTimeout,
            Limits limits) {
        this.cors = cors;
        this.answers = new Answers(mapper);
        this.errors = errors;
        this.handlerTimeout = handlerTimeout;
        for (Route route : routes) {
            Optional<Masker> masker = route.gate().masking().map(masking -> new Masker(masking, mapper));
            Guard guard = new Guard(route.method() + " " + route.path(), route.gate(), credentials, limits);
            router.add(route.method(), route.path(), new Served(route, guard, masker));
        }
    }

    /**
     * Answers a request; with an exception only if not even what went wrong can be told.
     *
     * @param body reads the body, on this thread, once the gate has let the request in
     */
    public CompletionStage<Outcome> dispatch(Arrival arrival, BodySource body) {
        Trail trail = new Trail(cors.headers(arrival));
        return begun(arrival, body, trail)
                .handle((answer, error) -> error == null ? answer : failed(error, arrival, trail))
                .thenApply(trail::outcome);
    }

    private CompletionStage<Answer> begun(Arrival arrival, BodySource body, Trail trail) {
        try {
            return answer(arrival, body, trail);
        } catch (Throwable e) {
            // Errors too: a handler's StackOverflowError must not leave the client without an answer
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletionStage<Answer> answer(Arrival arrival, BodySource body, Trail trail) throws Exception {
        cors.refuseForeign(arrival);
        if (arrival.method().equals("OPTIONS")) {
            return CompletableFuture.completedFuture(options(arrival));
        }
        Match<Served> match = router.find(arrival.method(), arrival.path());
        Served served = match.target();
        trail.route = served.route().path().toString();
        Request arrived = arrival.toRequest(served.route().method(), match.variables());
        Request unmasked =
                served.masker().map(masker -> masker.unmaskHead(arrived)).orElse(arrived);
        Admission admission = served.guard().admit(unmasked);
        trail.caller = admission.request().caller().id();
        trail.headers = trail.headers.and(admission.headers());
        Request whole = admission.request().withBody(body.read());
        Request request =
                served.masker().map(masker -> masker.unmaskBody(whole)).orElse(whole);
        return result(served.route().handler().handle(request))
                .thenApply(value -> answer(value, served.masker().map(masker -> masker::mask)));
    }

    private Answer options(Arrival arrival) {
        Set<String> methods = router.methods(arrival.path());
        if (methods.isEmpty()) {
            throw HttpError.notFound("there is nothing at this path");
        }
        return Cors.isPreflight(arrival)
                ? Answer.empty(204, cors.preflight(arrival, methods))
                : Answer.empty(204, Headers.none().and("Allow", String.join(", ", methods)));
    }

    private CompletionStage<?> result(Object value) {
        return value instanceof CompletionStage<?> stage
                ? stage.toCompletableFuture().copy().orTimeout(handlerTimeout.toNanos(), TimeUnit.NANOSECONDS)
                : CompletableFuture.completedFuture(value);
    }

    private Answer answer(Object value, Optional<UnaryOperator<JsonNode>> lastTouch) {
        try {
            return answers.of(value, lastTouch);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private Answer failed(Throwable error, Arrival arrival, Trail trail) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        String requestId = arrival.peer().requestId();
        if (cause instanceof TimeoutException) {
            LOG.error("request {} timed out at {}", requestId, trail.route);
            return errors.of(HttpError.of(503, "this took too long"), requestId);
        }
        Optional<HttpError> known = Failures.toHttpError(cause);
        if (known.isPresent()) {
            LOG.warn("request {} got {} at {}: {}", requestId, known.get().status(), trail.route, cause.getMessage());
            return errors.of(known.get(), requestId);
        }
        if (!(cause instanceof HttpError)) {
            String finding = Violations.findingOf(cause)
                    .map(id -> ": aide refused, finding " + id)
                    .orElse("");
            LOG.error("request {} failed at {}{}", requestId, trail.route, finding, cause);
        }
        return errors.of(cause, requestId);
    }

    /**
     * The request that opens a WebSocket.
     *
     * @throws HttpError 403 if it comes from a page of a foreign origin, which browsers let open any
     */
    public Request opening(Arrival arrival) {
        cors.refuseForeignSocket(arrival);
        return arrival.toRequest(Method.GET, Map.of());
    }

    /** The answer to a request that does not come as far as this. */
    public Answer refusal(HttpError error, String requestId) {
        return errors.of(error, requestId);
    }

    /**
     * What became of a request. Immutable.
     *
     * @param answer what is sent
     * @param route the path template, or {@code unmatched}
     * @param caller the user's id, or empty
     */
    public record Outcome(Answer answer, String route, String caller) {}

    private record Served(Route route, Guard guard, Optional<Masker> masker) {}

    /** What is known of a request so far, for its answer and the log. For one request. */
    private static final class Trail {
        private Headers headers;
        private String route = "unmatched";
        private String caller = "";

        Trail(Headers headers) {
            this.headers = headers;
        }

        Outcome outcome(Answer answer) {
            return new Outcome(answer.with(headers), route, caller);
        }
    }
}
