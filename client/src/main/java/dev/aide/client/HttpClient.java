package dev.aide.client;

import dev.aide.client.retry.Breaker;
import dev.aide.client.retry.BreakerState;
import java.util.Map;
import okhttp3.HttpUrl;

/**
 * Sends HTTP requests. Each call resolves to a {@link Response}: nothing that the network, the server, a hook or a
 * callback does is thrown. Only a mistake in the program is, before anything is sent.
 *
 * <pre>{@code
 * try (HttpClient client = HttpClient.builder().baseUrl("https://api.example.com").build()) {
 *     Response<User> user = client.get("/users/{id}").path("id").is(7).as(User.class).send();
 * }
 * }</pre>
 *
 * <p>Immutable and safe for use by any thread. Make one for each service that you call, and keep it.
 */
public final class HttpClient implements AutoCloseable {
    private final Settings settings;
    private final Transport transport;
    private final CallLog log;

    HttpClient(Settings settings, Transport transport) {
        this.settings = settings;
        this.transport = transport;
        this.log = new CallLog(settings.redaction(), settings.json());
    }

    /**
     * Starts a client.
     *
     * @return a builder with the defaults
     */
    public static HttpClientBuilder builder() {
        return new HttpClientBuilder(Settings.standard(), null);
    }

    /**
     * Reads one address as text, with the defaults, and leaves nothing behind. For more than a few calls, keep a client.
     *
     * @param url an http or https address
     * @return what came
     * @throws IllegalArgumentException if it is no such address
     */
    public static Response<String> fetch(String url) {
        try (HttpClient client = builder().build()) {
            return client.get(url).send();
        }
    }

    /**
     * Starts a client that has all that this one has, and more or other. It shares this one's connections and threads,
     * and its breakers and retry budgets unless it sets its own rules. To close it leaves this one open; to close this
     * one closes it.
     *
     * @return a builder with this client's settings
     */
    public HttpClientBuilder derive() {
        return new HttpClientBuilder(settings, transport);
    }

    /**
     * Starts a GET request.
     *
     * @param path a path after the base URL, with {@code {name}} for each variable part, or a full address
     * @return a request to fill and send
     */
    public RequestBuilder get(String path) {
        return request(Method.GET, path);
    }

    /**
     * Starts a HEAD request.
     *
     * @param path as with {@link #get}
     * @return a request to fill and send
     */
    public RequestBuilder head(String path) {
        return request(Method.HEAD, path);
    }

    /**
     * Starts a POST request.
     *
     * @param path as with {@link #get}
     * @return a request to fill and send
     */
    public RequestBuilder post(String path) {
        return request(Method.POST, path);
    }

    /**
     * Starts a PUT request.
     *
     * @param path as with {@link #get}
     * @return a request to fill and send
     */
    public RequestBuilder put(String path) {
        return request(Method.PUT, path);
    }

    /**
     * Starts a PATCH request.
     *
     * @param path as with {@link #get}
     * @return a request to fill and send
     */
    public RequestBuilder patch(String path) {
        return request(Method.PATCH, path);
    }

    /**
     * Starts a DELETE request.
     *
     * @param path as with {@link #get}
     * @return a request to fill and send
     */
    public RequestBuilder delete(String path) {
        return request(Method.DELETE, path);
    }

    /**
     * Starts a request of any method.
     *
     * @param method the method
     * @param path as with {@link #get}
     * @return a request to fill and send
     */
    public RequestBuilder request(Method method, String path) {
        return new RequestBuilder(this, method, new PathTemplate(path));
    }

    /**
     * Returns the state of the circuit breaker that a request would meet.
     *
     * @param method the method; matters only if routes have breakers of their own
     * @param path the path, its variables unfilled
     * @return the state, {@code CLOSED} if there is no breaker
     * @throws IllegalArgumentException if the path is no address and there is no base URL
     */
    public BreakerState breakerState(Method method, String path) {
        String filled = path.replaceAll("\\{[^{}/]+}", "x");
        HttpUrl url = new PathTemplate(filled).resolve(settings.baseUrl(), Map.of());
        return transport
                .destination(method, path, url)
                .breaker()
                .map(Breaker::state)
                .orElse(BreakerState.CLOSED);
    }

    /** Cancels what is under way, closes connections and ends threads. A call after that is a CANCELLED failure. */
    @Override
    public void close() {
        transport.close();
    }

    Settings settings() {
        return settings;
    }

    <T> Exchange<T> exchange(Plan<T> plan) {
        return new Exchange<>(transport, plan, new Completion<>(plan, settings.hooks(), log));
    }

    Transport transport() {
        return transport;
    }
}
