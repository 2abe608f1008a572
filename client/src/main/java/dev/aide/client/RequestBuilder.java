package dev.aide.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.aide.client.auth.ApiKey;
import dev.aide.client.auth.Auth;
import dev.aide.client.sse.ServerSentEvent;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import okhttp3.FormBody;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;

/**
 * A request that is being filled: what goes out, then what is to come back ({@code as…}), then {@code send}.
 *
 * <p>Not thread-safe. May be sent more than once, unless its body is a stream that can be read once.
 */
public final class RequestBuilder {
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final HttpClient client;
    private final Settings settings;
    private final Method method;
    private final PathTemplate path;
    private final Map<String, String> pathValues = new LinkedHashMap<>();
    private final List<Query> query = new ArrayList<>();
    private final Headers.Builder headers = new Headers.Builder();
    private Payload payload;
    private Consumer<Progress> uploadProgress = progress -> {};
    private Consumer<Progress> downloadProgress = progress -> {};
    private Auth auth;
    private Retries retries;
    private Duration deadline;
    private Duration readTimeout;
    private boolean silent;

    RequestBuilder(HttpClient client, Method method, PathTemplate path) {
        this.client = client;
        this.settings = client.settings();
        this.method = requireNonNull(method, "method");
        this.path = path;
        this.retries = settings.retries();
        this.deadline = settings.timeouts().deadline();
        this.readTimeout = settings.timeouts().read();
        this.silent = settings.silent();
    }

    /**
     * Fills a {@code {name}} of the path. The value is encoded, so that it stays one segment.
     *
     * @param name the name between the braces
     * @return asks for the value
     */
    public Named<RequestBuilder> path(String name) {
        return value -> {
            pathValues.put(name, String.valueOf(requireNonNull(value, () -> "the value of {" + name + "} is null")));
            return this;
        };
    }

    /**
     * Adds a query parameter, after those of the same name.
     *
     * @param name the parameter's name
     * @return asks for the value
     */
    public Named<RequestBuilder> query(String name) {
        requireNonNull(name, "name");
        return value -> {
            query.add(new Query(
                    name, String.valueOf(requireNonNull(value, () -> "the value of parameter " + name + " is null"))));
            return this;
        };
    }

    /**
     * Sets a header, instead of the client's of that name.
     *
     * @param name the header's name
     * @return asks for the value
     * @throws IllegalArgumentException if the name is no header name
     */
    public Named<RequestBuilder> header(String name) {
        HeaderFields.checkName(name);
        return value -> {
            headers.set(name, HeaderFields.checkedValue(name, value));
            return this;
        };
    }

    /**
     * Sends a value as JSON: dates as ISO 8601; NaN and infinities as null; fields that are null dropped, unless the
     * client keeps them. Written here and now: later changes of the value are not sent.
     *
     * @param value any value that Jackson can write
     * @return this
     * @throws IllegalArgumentException if it can't be written, or the method allows no body
     */
    public RequestBuilder json(Object value) {
        return body(settings.json().write(value), "application/json");
    }

    /**
     * Sends fields as a form, {@code application/x-www-form-urlencoded}.
     *
     * @param fields names and values
     * @return this
     * @throws IllegalArgumentException if the method allows no body
     */
    public RequestBuilder form(Map<String, ?> fields) {
        FormBody.Builder form = new FormBody.Builder(UTF_8);
        fields.forEach((name, value) -> form.add(name, String.valueOf(value)));
        return payload(Payload.repeatable(form.build()));
    }

    /**
     * Sends parts as a form, {@code multipart/form-data}.
     *
     * @param parts fields and files, at least one
     * @return this
     * @throws IllegalArgumentException if there is none, or the method allows no body
     */
    public RequestBuilder multipart(Part... parts) {
        if (parts.length == 0) {
            throw new IllegalArgumentException("a multipart form has at least one part");
        }
        MultipartBody.Builder form = new MultipartBody.Builder().setType(MultipartBody.FORM);
        for (Part part : parts) {
            part.addTo(form);
        }
        return payload(Payload.repeatable(form.build()));
    }

    /**
     * Sends bytes.
     *
     * @param bytes the bytes, of which a copy is kept
     * @param mediaType what they are, such as {@code text/csv; charset=utf-8}
     * @return this
     * @throws IllegalArgumentException if that is no media type, or the method allows no body
     */
    public RequestBuilder body(byte[] bytes, String mediaType) {
        return payload(Payload.repeatable(RequestBody.create(bytes.clone(), MediaType.get(mediaType))));
    }

    /**
     * Sends a file, read as it is sent. Its media type is guessed from its name.
     *
     * @param file the file
     * @return this
     * @throws IllegalArgumentException if the method allows no body
     */
    public RequestBuilder file(Path file) {
        return payload(Payload.repeatable(StreamBody.of(file)));
    }

    /**
     * Sends a stream, which can be read once: such a request is not sent a second time once it was begun.
     *
     * @param stream the stream, closed when it was sent
     * @return this
     * @throws IllegalArgumentException if the method allows no body
     */
    public RequestBuilder stream(InputStream stream) {
        requireNonNull(stream, "stream");
        return payload(Payload.once(StreamBody.of(() -> stream)));
    }

    /**
     * Sends a stream that can be opened as often as it takes.
     *
     * @param opener opens it
     * @return this
     * @throws IllegalArgumentException if the method allows no body
     */
    public RequestBuilder stream(Callable<InputStream> opener) {
        return payload(Payload.repeatable(StreamBody.of(requireNonNull(opener, "opener"))));
    }

    /**
     * Tells how far the body has been sent, on the thread that sends it; from the start again with each attempt.
     *
     * @param listener is told after each piece, and must not block
     * @return this
     */
    public RequestBuilder onUpload(Consumer<Progress> listener) {
        uploadProgress = requireNonNull(listener, "listener");
        return this;
    }

    /**
     * Tells how far a download to a file has come, on the thread that reads it.
     *
     * @param listener is told after each piece, and must not block
     * @return this
     */
    public RequestBuilder onDownload(Consumer<Progress> listener) {
        downloadProgress = requireNonNull(listener, "listener");
        return this;
    }

    /**
     * Says who sends this request, instead of what the client says.
     *
     * @param credentials bearer token, API key or basic
     * @return this
     */
    public RequestBuilder auth(Auth credentials) {
        auth = credentials instanceof ApiKey key
                ? key.inHeader(settings.apiKeyHeader())
                : requireNonNull(credentials, "credentials");
        return this;
    }

    /**
     * Adds an Idempotency-Key header with a new random key, the same for all attempts: the server promises to act once,
     * so that a POST or PATCH may be tried again.
     *
     * @return this
     */
    public RequestBuilder idempotencyKey() {
        return header(IDEMPOTENCY_KEY).is(UUID.randomUUID());
    }

    /**
     * Tries again by other rules than the client's. The budget stays the client's.
     *
     * @param rules the rules
     * @return this
     */
    public RequestBuilder retries(Retries rules) {
        retries = requireNonNull(rules, "rules");
        return this;
    }

    /**
     * Limits this call, with all its attempts and waits.
     *
     * @param limit more than zero
     * @return this
     */
    public RequestBuilder deadline(Duration limit) {
        deadline = HttpClientBuilder.positive("deadline", limit);
        return this;
    }

    /**
     * Writes no log for this call.
     *
     * @return this
     */
    public RequestBuilder silent() {
        silent = true;
        return this;
    }

    /**
     * Reads the answer as JSON.
     *
     * @param type what to read
     * @param <T> the same
     * @return the request, to be sent
     */
    public <T> TypedRequest<T> as(Class<T> type) {
        return typed(BodyHandlers.json(type, json -> settings.json().read(json, type)));
    }

    /**
     * Reads the answer as JSON of a generic type: {@code as(new TypeReference<List<User>>() {})}.
     *
     * @param type what to read
     * @param <T> the same
     * @return the request, to be sent
     */
    public <T> TypedRequest<T> as(TypeReference<T> type) {
        return typed(BodyHandlers.json(type.getType(), json -> settings.json().read(json, type)));
    }

    /**
     * Reads the answer as text, in the charset it names or UTF-8.
     *
     * @return the request, to be sent
     */
    public TypedRequest<String> asText() {
        return typed(BodyHandlers.text());
    }

    /**
     * Reads the answer as bytes.
     *
     * @return the request, to be sent
     */
    public TypedRequest<byte[]> asBytes() {
        return typed(BodyHandlers.bytes());
    }

    /**
     * Writes the answer to a file. It grows beside it under the same name and {@code .part}, and takes the name when it
     * is whole; what a broken download left there is gone on with if the server still has the same (RFC 9110, section
     * 14). The limit of a download is the deadline, so give it one that fits.
     *
     * @param file where to write; replaced if it exists
     * @return the request, to be sent
     */
    public TypedRequest<Path> downloadTo(Path file) {
        return new TypedRequest<>(client, this, errors -> new Download(file, errors.guard(downloadProgress)), deadline);
    }

    /**
     * Listens to the events of a stream (server-sent events), connecting again when it breaks, from where it was, until
     * it is closed or the server says that there is no more. Starts at once.
     *
     * @param listener is given each event, one at a time
     * @return the stream, to be closed
     */
    public EventStream events(Consumer<ServerSentEvent> listener) {
        return EventStream.open(this, listener);
    }

    /**
     * Sends the request and reads the answer as text.
     *
     * @return what came
     */
    public Response<String> send() {
        return asText().send();
    }

    /**
     * Sends the request without waiting, and reads the answer as text.
     *
     * @return what will come
     */
    public CompletableFuture<Response<String>> sendAsync() {
        return asText().sendAsync();
    }

    private <T> TypedRequest<T> typed(BodyHandler<T> handler) {
        return new TypedRequest<>(
                client, this, errors -> handler, settings.timeouts().attempt());
    }

    private RequestBuilder payload(Payload body) {
        if (!method.isBodyAllowed()) {
            throw new IllegalArgumentException("a " + method + " request has no body: use post, put or patch");
        }
        payload = body;
        return this;
    }

    /** For a stream that lasts: it is tried again as a stream, not as a call; silence for minutes is a dead line. */
    RequestBuilder endless() {
        deadline = Timeouts.NEVER;
        readTimeout = Timeouts.SILENCE;
        retries = Retries.none();
        return this;
    }

    HttpClient client() {
        return client;
    }

    Retries rules() {
        return retries;
    }

    long maxResponseBytes() {
        return settings.limits().maxResponseBytes();
    }

    <T> Plan<T> plan(
            Function<CallbackErrors, BodyHandler<T>> handlers,
            Duration attemptTimeout,
            Consumer<? super Success<T>> onSuccess,
            Consumer<? super Failure<T>> onError) {
        HttpUrl url = url();
        CallbackErrors errors = new CallbackErrors();
        BodyHandler<T> handler = handlers.apply(errors);
        return new Plan<>(
                method,
                path.text(),
                url,
                mergedHeaders(),
                finishedPayload(errors),
                authFor(url),
                handler,
                retries,
                readTimeout,
                attemptTimeout,
                deadline,
                method == Method.GET && settings.hedgeAfter() != null && !handler.isUnbounded(),
                silent,
                onSuccess,
                onError,
                errors);
    }

    private HttpUrl url() {
        HttpUrl url = path.resolve(settings.baseUrl(), pathValues);
        if (query.isEmpty()) {
            return url;
        }
        HttpUrl.Builder asked = url.newBuilder();
        query.forEach(parameter -> asked.addQueryParameter(parameter.name(), parameter.value()));
        return asked.build();
    }

    private Headers mergedHeaders() {
        Headers own = headers.build();
        if (own.size() == 0) {
            return settings.headers();
        }
        Headers.Builder merged = settings.headers().newBuilder();
        own.forEach(header -> merged.set(header.getFirst(), header.getSecond()));
        return merged.build();
    }

    private Payload finishedPayload(CallbackErrors errors) {
        boolean needsBody = method == Method.POST || method == Method.PUT || method == Method.PATCH;
        if (payload == null) {
            return needsBody ? Payload.repeatable(RequestBody.EMPTY) : null;
        }
        return payload.reporting(errors.guard(uploadProgress));
    }

    // what the client knows is for the origin of its base URL; a request may say otherwise for itself
    private Auth authFor(HttpUrl url) {
        if (auth != null) {
            return auth;
        }
        boolean isOurs = settings.baseUrl() == null || Redirects.isSameOrigin(settings.baseUrl(), url);
        return isOurs ? settings.auth() : null;
    }

    private record Query(String name, String value) {}
}
