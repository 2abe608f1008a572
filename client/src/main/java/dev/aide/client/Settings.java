package dev.aide.client;

import dev.aide.client.auth.ApiKey;
import dev.aide.client.auth.Auth;
import dev.aide.client.json.JsonCodec;
import dev.aide.client.net.AddressResolver;
import dev.aide.client.retry.CircuitBreaking;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * All that a client was told. Null where nothing was: {@code baseUrl}, {@code breaking}, {@code hedgeAfter}, {@code auth},
 * {@code tls}, {@code executor}.
 */
record Settings(
        HttpUrl baseUrl,
        Headers headers,
        Auth auth,
        String apiKeyHeader,
        Timeouts timeouts,
        Retries retries,
        CircuitBreaking breaking,
        Duration hedgeAfter,
        Hooks hooks,
        Limits limits,
        AddressResolver resolver,
        Tls tls,
        List<Pin> pins,
        JsonCodec json,
        Redaction redaction,
        boolean silent,
        ExecutorService executor) {

    static Settings standard() {
        return new Settings(
                null,
                Headers.EMPTY,
                null,
                ApiKey.DEFAULT_HEADER,
                new Timeouts(
                        Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(60)),
                Retries.upTo(3),
                CircuitBreaking.standard(),
                null,
                new Hooks(List.of(), List.of()),
                new Limits(10L * 1024 * 1024, 5, null, 64),
                AddressResolver.system(),
                null,
                List.of(),
                JsonCodec.standard(),
                Redaction.standard(),
                false,
                null);
    }

    record Tls(SSLSocketFactory sockets, X509TrustManager trust) {}

    record Pin(String host, String hash) {}
}
