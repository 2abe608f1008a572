package dev.aide.client;

import static dev.aide.client.FailureKind.CONNECT;
import static dev.aide.client.FailureKind.DECODE;
import static dev.aide.client.FailureKind.DNS;
import static dev.aide.client.FailureKind.HTTP;
import static dev.aide.client.FailureKind.NETWORK;
import static dev.aide.client.FailureKind.REDIRECT;
import static dev.aide.client.FailureKind.TIMEOUT;
import static dev.aide.client.FailureKind.TLS;
import static dev.aide.client.FailureKind.TOO_LARGE;
import static dev.aide.client.Kinds.kindOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.client.net.AddressResolver;
import dev.aide.client.retry.Backoff;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class FaultServerTest {
    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final int CALLS = 1_000;
    // fewer than the client's limit, so that no call waits for another
    private static final int AT_ONCE = 100;
    // what a loaded machine may add: far from the time that a call without a deadline takes, which is for ever
    private static final Duration MARGIN = Duration.ofSeconds(20);
    // a bound that only a call without a deadline can miss, on the slowest of machines
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Threads that a JVM has one of, however many clients there were: they end by themselves or are daemons. */
    private static final List<String> OF_THE_JVM = List.of(
            "Okio Watchdog",
            "OkHttp TaskRunner",
            "FailsafeDelayScheduler",
            "CompletableFutureDelayScheduler",
            "process reaper",
            "ForkJoinPool");

    private static Map<String, Set<FailureKind>> expectations(FaultServer server) throws Exception {
        Map<String, Set<FailureKind>> kinds = new LinkedHashMap<>();
        kinds.put(server.url("/ok"), EnumSet.noneOf(FailureKind.class));
        kinds.put(server.url("/busy"), EnumSet.of(HTTP));
        kinds.put(server.url("/loop"), EnumSet.of(REDIRECT));
        kinds.put(server.url("/bad-gzip"), EnumSet.of(DECODE));
        kinds.put(server.url("/reset"), EnumSet.of(NETWORK));
        kinds.put(server.url("/too-short"), EnumSet.of(NETWORK));
        kinds.put(server.url("/bad-chunk"), EnumSet.of(NETWORK));
        kinds.put(server.url("/cut-chunk"), EnumSet.of(NETWORK));
        kinds.put(server.url("/not-http"), EnumSet.of(NETWORK));
        kinds.put(server.url("/headers"), EnumSet.of(NETWORK));
        kinds.put(server.url("/endless"), EnumSet.of(TOO_LARGE));
        kinds.put(server.url("/drip"), EnumSet.of(TIMEOUT));
        kinds.put(server.url("/hang"), EnumSet.of(TIMEOUT));
        kinds.put(server.url("/nothing"), EnumSet.of(NETWORK));
        kinds.put("https://127.0.0.1:" + server.port() + "/ok", EnumSet.of(TLS));
        kinds.put("http://nowhere.invalid/", EnumSet.of(DNS));
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            kinds.put("http://127.0.0.1:" + free.getLocalPort() + "/", EnumSet.of(CONNECT));
        }
        return kinds;
    }

    private static HttpClientBuilder builder() {
        return HttpClient.builder()
                .deadline(DEADLINE)
                .maxResponseBytes(100_000)
                .retries(Retries.upTo(2)
                        .backoff(Backoff.fixed(Duration.ofMillis(5)))
                        .budgetFloor(10 * CALLS))
                .resolver(host -> {
                    if (host.endsWith(".invalid")) {
                        throw new UnknownHostException(host);
                    }
                    return AddressResolver.system().resolve(host);
                });
    }

    private record Made(String url, Response<String> response, Duration took) {}

    private record Timed(Response<String> response, Duration took) {}

    private static List<Made> callAll(HttpClient client, List<String> urls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        List<Made> made = new ArrayList<>();
        try {
            for (int first = 0; first < CALLS; first += AT_ONCE) {
                Map<Integer, CompletableFuture<Timed>> calls = new LinkedHashMap<>();
                for (int i = first; i < first + AT_ONCE; i++) {
                    calls.put(i, call(client, urls.get(i % urls.size()), i / urls.size(), threads));
                }
                for (Map.Entry<Integer, CompletableFuture<Timed>> call : calls.entrySet()) {
                    Timed timed = call.getValue().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                    made.add(new Made(urls.get(call.getKey() % urls.size()), timed.response(), timed.took()));
                }
            }
        } finally {
            threads.shutdown();
        }
        assertThat(threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        return made;
    }

    private static CompletableFuture<Timed> call(HttpClient client, String url, int round, ExecutorService threads) {
        RequestBuilder request = round % 3 == 2 ? client.post(url).json(round) : client.get(url);
        if (round % 2 == 1) {
            long started = System.nanoTime();
            return request.sendAsync().thenApply(response -> timed(response, started));
        }
        return CompletableFuture.supplyAsync(
                () -> {
                    long started = System.nanoTime();
                    return timed(request.send(), started);
                },
                threads);
    }

    private static Timed timed(Response<String> response, long startedNanos) {
        return new Timed(response, Duration.ofNanos(System.nanoTime() - startedNanos));
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(thread -> thread.getName() + " #" + thread.getId())
                .filter(name -> OF_THE_JVM.stream().noneMatch(name::startsWith))
                .collect(Collectors.toSet());
    }

    private static void assertNothingIsLeft(HttpClient client, FaultServer server, Set<String> threadsBefore) {
        Awaitility.await().pollInSameThread().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(client.transport().connections())
                    .as("pooled connections")
                    .isZero();
            assertThat(server.openConnections()).as("connections at the server").isZero();
            assertThat(threads()).as("threads").isSubsetOf(threadsBefore);
        });
    }

    @Test
    void a_thousand_mixed_calls_resolve_rightly_and_leave_nothing_behind() throws Exception {
        try (FaultServer server = new FaultServer()) {
            Map<String, Set<FailureKind>> expected = expectations(server);
            Set<String> threadsBefore = threads();
            HttpClient client = builder().withoutCircuitBreaking().build();
            int succeeded = 0;
            try {
                for (Made made : callAll(client, List.copyOf(expected.keySet()))) {
                    Set<FailureKind> kinds = expected.get(made.url());
                    if (made.response().isSuccess()) {
                        assertThat(kinds).as(made.url()).isEmpty();
                        assertThat(made.response().data()).contains("ok");
                        succeeded++;
                    } else {
                        assertThat(kindOf(made.response()))
                                .as("%s %s", made.url(), made.response())
                                .isIn(orTimeout(kinds));
                    }
                    if (made.response().attempts().isEmpty()) {
                        // the deadline came before the first attempt could begin
                        assertThat(kindOf(made.response())).as(made.url()).isEqualTo(TIMEOUT);
                    }
                    assertThat(made.took()).as(made.url()).isLessThan(DEADLINE.plus(MARGIN));
                }
            } finally {
                client.close();
            }
            assertThat(succeeded).isGreaterThan(CALLS / expected.size() / 2);
            assertNothingIsLeft(client, server, threadsBefore);
        }
    }

    // on a machine that is loaded enough, any call may run into its deadline first
    private static Set<FailureKind> orTimeout(Set<FailureKind> kinds) {
        Set<FailureKind> allowed = EnumSet.of(TIMEOUT);
        allowed.addAll(kinds);
        return allowed;
    }

    @Test
    void with_a_breaker_on_top_every_call_resolves_too() throws Exception {
        try (FaultServer server = new FaultServer()) {
            Set<String> threadsBefore = threads();
            HttpClient client = builder().build();
            try {
                List<String> urls = List.copyOf(expectations(server).keySet());
                assertThat(callAll(client, urls))
                        .hasSize(CALLS)
                        .anyMatch(made -> kindOf(made.response()) == FailureKind.CIRCUIT_OPEN);
            } finally {
                client.close();
            }
            assertNothingIsLeft(client, server, threadsBefore);
        }
    }
}
