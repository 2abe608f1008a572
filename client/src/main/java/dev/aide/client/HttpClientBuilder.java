package dev.aide.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aide.client.auth.ApiKey;
import dev.aide.client.auth.Auth;
import dev.aide.client.json.JsonCodec;
import dev.aide.client.net.AddressResolver;
import dev.aide.client.net.PublicSocketFactory;
import dev.aide.client.retry.CircuitBreaking;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * Says how a client is to behave. All of it has a default.
 *
 * <p>Not thread-safe; the client that it builds is.
 */
public final class HttpClientBuilder {
    private final Transport parent;
    private HttpUrl baseUrl;
    private Headers headers;
    private Auth auth;
    private String apiKeyHeader;
    private Duration connectTimeout;
    private Duration readTimeout;
    private Duration attemptTimeout;
    private Duration deadline;
    private Retries retries;
    private CircuitBreaking breaking;
    private Duration hedgeAfter;
    private final List<NamedHook<RequestHook>> requestHooks;
    private final List<NamedHook<ResponseHook>> responseHooks;
    private long maxResponseBytes;
    private int maxRedirects;
    private PublicSocketFactory guard;
    private int maxConcurrentCalls;
    private AddressResolver resolver;
    private Settings.Tls tls;
    private final List<Settings.Pin> pins;
    private JsonCodec json;
    private Redaction redaction;
    private boolean silent;
    private ExecutorService executor;

    HttpClientBuilder(Settings from, Transport parent) {
        this.parent = parent;
        baseUrl = from.baseUrl();
        headers = from.headers();
        auth = from.auth();
        apiKeyHeader = from.apiKeyHeader();
        connectTimeout = from.timeouts().connect();
        readTimeout = from.timeouts().read();
        attemptTimeout = from.timeouts().attempt();
        deadline = from.timeouts().deadline();
        retries = from.retries();
        breaking = from.breaking();
        hedgeAfter = from.hedgeAfter();
        requestHooks = new ArrayList<>(from.hooks().request());
        responseHooks = new ArrayList<>(from.hooks().response());
        maxResponseBytes = from.limits().maxResponseBytes();
        maxRedirects = from.limits().maxRedirects();
        guard = from.limits().guard();
        maxConcurrentCalls = from.limits().maxConcurrentCalls();
        resolver = from.resolver();
        tls = from.tls();
        pins = new ArrayList<>(from.pins());
        json = from.json();
        redaction = from.redaction();
        silent = from.silent();
        executor = from.executor();
    }

    /**
     * Sets what paths are put after. The client's Auth is sent to its origin only.
     *
     * @param url an http or https address, such as {@code https://api.example.com/v2}
     * @return this
     * @throws IllegalArgumentException if it is none
     */
    public HttpClientBuilder baseUrl(String url) {
        baseUrl = PathTemplate.base(url);
        return this;
    }

    /**
     * Sets a header that each request carries, unless it has its own of that name.
     *
     * @param name the header's name
     * @return asks for its value
     * @throws IllegalArgumentException if the name is no header name
     */
    public Named<HttpClientBuilder> header(String name) {
        HeaderFields.checkName(name);
        return value -> {
            headers = headers.newBuilder()
                    .set(name, HeaderFields.checkedValue(name, value))
                    .build();
            return this;
        };
    }

    /**
     * Sets how requests say who sends them. Default: not at all.
     *
     * @param credentials bearer token, API key or basic
     * @return this
     */
    public HttpClientBuilder auth(Auth credentials) {
        auth = requireNonNull(credentials, "credentials");
        return this;
    }

    /**
     * Names the header of API keys. Default: {@code X-API-Key}.
     *
     * @param name the header's name
     * @return this
     * @throws IllegalArgumentException if it is no header name
     */
    public HttpClientBuilder apiKeyHeader(String name) {
        apiKeyHeader = HeaderFields.checkName(name);
        return this;
    }

    /**
     * Limits how long it takes to connect to one address. Default: 10 seconds.
     *
     * @param limit more than zero
     * @return this
     */
    public HttpClientBuilder connectTimeout(Duration limit) {
        connectTimeout = positive("connectTimeout", limit);
        return this;
    }

    /**
     * Limits the silence between two bytes. Default: 30 seconds.
     *
     * @param limit more than zero
     * @return this
     */
    public HttpClientBuilder readTimeout(Duration limit) {
        readTimeout = positive("readTimeout", limit);
        return this;
    }

    /**
     * Limits each attempt, from name resolution to the last byte. Default: 30 seconds.
     *
     * @param limit more than zero
     * @return this
     */
    public HttpClientBuilder attemptTimeout(Duration limit) {
        attemptTimeout = positive("attemptTimeout", limit);
        return this;
    }

    /**
     * Limits each call, with all its attempts and waits. Default: 60 seconds.
     *
     * @param limit more than zero
     * @return this
     */
    public HttpClientBuilder deadline(Duration limit) {
        deadline = positive("deadline", limit);
        return this;
    }

    /**
     * Sets what is tried again. Default: {@code Retries.upTo(3)}.
     *
     * @param rules the rules
     * @return this
     */
    public HttpClientBuilder retries(Retries rules) {
        retries = requireNonNull(rules, "rules");
        return this;
    }

    /**
     * Sets when hosts that fail are left alone. Default: {@link CircuitBreaking#standard()}.
     *
     * @param rules the rules
     * @return this
     */
    public HttpClientBuilder circuitBreaking(CircuitBreaking rules) {
        breaking = requireNonNull(rules, "rules");
        return this;
    }

    /**
     * Never leaves a host alone.
     *
     * @return this
     */
    public HttpClientBuilder withoutCircuitBreaking() {
        breaking = null;
        return this;
    }

    /**
     * Sends a second GET when the first has no answer after this time, and takes the first success. It is paid from
     * the retry budget. Default: never.
     *
     * @param time more than zero; a good value is what 95 % of the answers take
     * @return this
     */
    public HttpClientBuilder hedgeAfter(Duration time) {
        hedgeAfter = positive("hedgeAfter", time);
        return this;
    }

    /**
     * Adds a hook that sees requests, after those of parent clients and those already added.
     *
     * @param name what it is called in messages
     * @param hook the hook
     * @return this
     */
    public HttpClientBuilder onRequest(String name, RequestHook hook) {
        requestHooks.add(new NamedHook<>(requireNonNull(name, "name"), requireNonNull(hook, "hook")));
        return this;
    }

    /**
     * Adds a hook that sees responses, before those of parent clients and those already added: the last added stands
     * nearest to the wire.
     *
     * @param name what it is called in messages
     * @param hook the hook
     * @return this
     */
    public HttpClientBuilder onResponse(String name, ResponseHook hook) {
        responseHooks.add(new NamedHook<>(requireNonNull(name, "name"), requireNonNull(hook, "hook")));
        return this;
    }

    /**
     * Limits the bodies that are kept in memory, counted after unzipping. Downloads to files have no limit. Default: 10
     * MiB.
     *
     * @param bytes not negative
     * @return this
     * @throws IllegalArgumentException if it is negative
     */
    public HttpClientBuilder maxResponseBytes(long bytes) {
        maxResponseBytes = notNegative("maxResponseBytes", bytes);
        return this;
    }

    /**
     * Limits the redirects that an attempt follows; with 0 they are failures of kind {@link FailureKind#HTTP}. Default:
     * 5.
     *
     * @param redirects not negative
     * @return this
     * @throws IllegalArgumentException if it is negative
     */
    public HttpClientBuilder maxRedirects(int redirects) {
        maxRedirects = (int) notNegative("maxRedirects", redirects);
        return this;
    }

    /**
     * Refuses to connect to addresses that are not public (loopback, private networks, link-local, cloud metadata). For
     * programs that fetch addresses which others give them. Proxies of the system are then not used. Default: all
     * addresses.
     *
     * @return this
     */
    public HttpClientBuilder publicAddressesOnly() {
        return guard(PublicSocketFactory.standard());
    }

    /** Connects by these sockets only. */
    HttpClientBuilder guard(PublicSocketFactory sockets) {
        guard = sockets;
        return this;
    }

    /**
     * Limits the asynchronous calls that are under way at once; the others wait. A derived client shares its parent's
     * limit. Default: 64.
     *
     * @param calls at least 1
     * @return this
     * @throws IllegalArgumentException if it is less
     */
    public HttpClientBuilder maxConcurrentCalls(int calls) {
        if (calls < 1) {
            throw new IllegalArgumentException("maxConcurrentCalls must be at least 1, not " + calls);
        }
        maxConcurrentCalls = calls;
        return this;
    }

    /**
     * Resolves names in another way. Default: as the operating system does.
     *
     * @param names the resolver
     * @return this
     */
    public HttpClientBuilder resolver(AddressResolver names) {
        resolver = requireNonNull(names, "names");
        return this;
    }

    /**
     * Uses other certificates than the JDK's.
     *
     * @param sockets makes TLS sockets
     * @param trust decides whom those trust
     * @return this
     */
    public HttpClientBuilder tls(SSLSocketFactory sockets, X509TrustManager trust) {
        tls = new Settings.Tls(requireNonNull(sockets, "sockets"), requireNonNull(trust, "trust"));
        return this;
    }

    /**
     * Pins the certificate of a host, as OkHttp does: one in its chain must have one of the pinned keys.
     *
     * @param host a host name, {@code *.example.com} or {@code **.example.com}
     * @return asks for the hash of the public key, {@code sha256/} and Base64
     */
    public Named<HttpClientBuilder> certificatePin(String host) {
        return hash -> {
            pins.add(new Settings.Pin(host, String.valueOf(hash)));
            return this;
        };
    }

    /**
     * Writes and reads JSON with another mapper, of which a copy is kept. Default: ISO dates, unknown fields ignored.
     *
     * @param mapper the mapper
     * @return this
     */
    public HttpClientBuilder mapper(ObjectMapper mapper) {
        json = json.withMapper(mapper);
        return this;
    }

    /**
     * Sends fields that are null. Default: drops them.
     *
     * @return this
     */
    public HttpClientBuilder keepNulls() {
        json = json.withNulls(true);
        return this;
    }

    /**
     * Hides more names in the log, and leaves headers of that name behind on a redirect to another origin. Tokens,
     * passwords, cookies, keys and the like are on the list already; case, {@code -} and {@code _} don't matter.
     *
     * @param names of headers, query parameters and JSON fields
     * @return this
     */
    public HttpClientBuilder redact(String... names) {
        redaction = redaction.and(List.of(names));
        return this;
    }

    /**
     * Writes no log at all.
     *
     * @return this
     */
    public HttpClientBuilder silent() {
        silent = true;
        return this;
    }

    /**
     * Runs asynchronous calls on these threads, which the client then does not shut down. Virtual threads are fine. A
     * derived client shares its parent's. Default: threads of its own, as many as calls are under way.
     *
     * @param threads an executor that starts a task at once
     * @return this
     */
    public HttpClientBuilder executor(ExecutorService threads) {
        executor = requireNonNull(threads, "threads");
        return this;
    }

    /**
     * Builds the client.
     *
     * @return a new client
     */
    public HttpClient build() {
        Auth resolved = auth instanceof ApiKey key ? key.inHeader(apiKeyHeader) : auth;
        Redaction secrets = redaction.and(List.of(apiKeyHeader));
        Settings settings = new Settings(
                baseUrl,
                headers,
                resolved,
                apiKeyHeader,
                new Timeouts(connectTimeout, readTimeout, attemptTimeout, deadline),
                retries,
                breaking,
                hedgeAfter,
                new Hooks(List.copyOf(requestHooks), List.copyOf(responseHooks)),
                new Limits(maxResponseBytes, maxRedirects, guard, maxConcurrentCalls),
                resolver,
                tls,
                List.copyOf(pins),
                json,
                resolved == null ? secrets : secrets.and(List.of(resolved.header())),
                silent,
                executor);
        return new HttpClient(
                settings, parent == null ? Transport.root(settings) : Transport.derived(parent, settings));
    }

    static Duration positive(String name, Duration limit) {
        if (limit.isZero() || limit.isNegative()) {
            throw new IllegalArgumentException(name + " must be more than zero, not " + limit);
        }
        return limit.compareTo(Timeouts.NEVER) > 0 ? Timeouts.NEVER : limit;
    }

    private static long notNegative(String name, long number) {
        if (number < 0) {
            throw new IllegalArgumentException(name + " must not be negative, but is " + number);
        }
        return number;
    }
}
