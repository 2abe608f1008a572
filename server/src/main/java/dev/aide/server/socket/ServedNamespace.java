package dev.aide.server.socket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.aide.server.gate.Credentials;
import dev.aide.server.gate.Gate;
import dev.aide.server.gate.Guard;
import dev.aide.server.http.Caller;
import dev.aide.server.http.HttpError;
import dev.aide.server.http.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A namespace at work behind its gates.
 *
 * <p>Safe for use by many threads.
 */
final class ServedNamespace {
    private static final Logger LOG = LoggerFactory.getLogger(ServedNamespace.class);

    private final Namespace namespace;
    private final Guard connect;
    private final Map<String, GuardedHandler> events;
    private final Consumer<Socket> onConnected;
    private final BiConsumer<Socket, String> onDisconnected;
    private final Credentials credentials;
    private final ObjectMapper mapper;
    private final Duration handlerTimeout;

    ServedNamespace(
            Namespace namespace,
            Guard connect,
            Map<String, GuardedHandler> events,
            Consumer<Socket> onConnected,
            BiConsumer<Socket, String> onDisconnected,
            Credentials credentials,
            ObjectMapper mapper,
            Duration handlerTimeout) {
        this.namespace = namespace;
        this.connect = connect;
        this.events = Map.copyOf(events);
        this.onConnected = onConnected;
        this.onDisconnected = onDisconnected;
        this.credentials = credentials;
        this.mapper = mapper;
        this.handlerTimeout = handlerTimeout;
    }

    Namespace namespace() {
        return namespace;
    }

    /**
     * A new socket, if the gate lets it in; it is not there for others before {@link #welcome}.
     *
     * @throws HttpError 401, 403 or 429; 422 if no store takes the user's id
     */
    Socket connect(Client client, Request opening, JsonNode auth) {
        Request admitted = connect.admit(AuthPayload.apply(opening, auth)).request();
        Names.check(admitted.caller());
        JsonNode said = auth.isObject() ? auth : mapper.createObjectNode();
        return new Socket(UUID.randomUUID().toString(), this, client, said, admitted);
    }

    /** Takes a socket in; the greeting tells its client. */
    void welcome(Socket socket, Runnable greeting) {
        namespace.hub().add(socket, socket.caller().id(), greeting);
        namespace.groups().refresh(socket.caller().id());
        call("connected", socket, () -> onConnected.accept(socket));
        namespace.office().deliver(socket);
    }

    /** A socket is gone, and has been taken out. */
    void disconnected(Socket socket, String reason) {
        call("disconnected", socket, () -> onDisconnected.accept(socket, reason));
    }

    private static void call(String what, Socket socket, Runnable callback) {
        try {
            callback.run();
        } catch (Throwable e) {
            // Errors too: the socket must get what is kept for it all the same
            LOG.error("'{}' of {} failed", what, socket, e);
        }
    }

    /** The identity with another access token, checked. */
    Request authenticated(Request identity, String accessToken) {
        Request renewed = AuthPayload.replaceToken(identity, accessToken);
        return renewed.withCaller(credentials.callerOf(renewed, Gate.bearer()));
    }

    /** Says, whenever it is asked, whether the access token of this identity was revoked. */
    BooleanSupplier revocationOf(Request identity) {
        return credentials.revocationOf(identity);
    }

    /** Disconnects the sockets whose access tokens were revoked. */
    void disconnectRevoked() {
        namespace.hub().all().stream().filter(Socket::isRevoked).forEach(Socket::disconnect);
    }

    /**
     * Handles an event.
     *
     * @return what is acknowledged, be it that the event was refused; never fails
     */
    CompletionStage<ArrayNode> handle(Socket socket, String event, List<JsonNode> arguments) {
        String what = "event '" + event + "' of " + namespace.name();
        try {
            return values(handled(socket, event, arguments)).exceptionally(error -> refused(error, what));
        } catch (Throwable e) {
            // Errors too: a handler's StackOverflowError must not leave the client without an acknowledgement
            return CompletableFuture.completedFuture(refused(e, what));
        }
    }

    private Object handled(Socket socket, String event, List<JsonNode> arguments) throws Exception {
        GuardedHandler known = events.get(event);
        if (known == null) {
            throw HttpError.notFound("there is no such event");
        }
        Caller caller = known.gate().admit(socket.identity(), arguments);
        socket.identify(caller);
        return known.handler().handle(new Message(socket, caller, event, arguments, mapper));
    }

    private CompletionStage<ArrayNode> values(Object result) {
        return result instanceof CompletionStage<?> stage
                ? stage.toCompletableFuture()
                        .copy()
                        .orTimeout(handlerTimeout.toNanos(), TimeUnit.NANOSECONDS)
                        .thenApply(this::toArray)
                : CompletableFuture.completedFuture(toArray(result));
    }

    private ArrayNode toArray(Object result) {
        List<Object> values = new ArrayList<>();
        if (result instanceof Acknowledgement several) {
            values.addAll(several.values());
        } else if (result != null) {
            values.add(result);
        }
        ArrayNode array = mapper.createArrayNode();
        values.forEach(value -> array.add(mapper.<JsonNode>valueToTree(value)));
        return array;
    }

    private ArrayNode refused(Throwable error, String what) {
        return mapper.createArrayNode().add(Refusal.of(error, what).toJson());
    }

    /** A handler and its gate at work. */
    record GuardedHandler(EventGate gate, EventHandler handler) {}
}
