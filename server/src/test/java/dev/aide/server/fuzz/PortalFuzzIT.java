package dev.aide.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aide.server.Certificate;
import dev.aide.server.PortalBuilder;
import dev.aide.server.gate.Gate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is sent to a portal, it gives no 500 and does not hang. {@code -Dfuzz.seed} draws other requests, {@code
 * -Dfuzz.rounds} more or fewer, {@code -Dfuzz.round} a single one again.
 */
class PortalFuzzIT {
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 3000);
    private static final int ONLY = Integer.getInteger("fuzz.round", -1);
    private static final Pattern ROUTE = Pattern.compile("route=\"([^\"]*)\"");
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private final ErrorLog log = new ErrorLog();

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void no_request_gives_500_or_hangs_and_what_openapi_calls_valid_is_served() throws Exception {
        System.out.printf("fuzzing with -Dfuzz.seed=%d -Dfuzz.rounds=%d%n", SEED, ROUNDS);
        try (FuzzedPortal portal = new FuzzedPortal(folder, UnaryOperator.identity())) {
            Fuzzer fuzzer = new Fuzzer(portal, SEED);

            List<String> faults = ONLY >= 0 ? fuzzer.fire(ONLY, 1) : fuzzer.fire(0, ROUNDS);

            assertThat(log.errors()).isEmpty();
            assertThat(faults).isEmpty();
            if (ONLY < 0) {
                assertThat(fuzzer.served()).containsExactlyInAnyOrderElementsOf(fuzzer.operations());
                assertThat(portal.fewRuns()).isBetween(1, FuzzedPortal.FEW);
            }
            await().atMost(LONG).until(() -> portal.get("/metrics").contains("\nportal_requests_in_flight 1\n"));
            assertThat(fuzzer.paths()).containsAll(names(portal.published().path("paths")));
            assertThat(routesIn(portal.get("/metrics"))).isSubsetOf(knownRoutes(portal));
        }
    }

    private static Set<String> routesIn(String metrics) {
        Set<String> routes = new HashSet<>();
        ROUTE.matcher(metrics).results().map(MatchResult::group).forEach(routes::add);
        return routes;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new HashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> knownRoutes(FuzzedPortal portal) {
        Set<String> routes = new HashSet<>(Set.of("route=\"unmatched\"", "route=\"/openapi.json\""));
        names(portal.document().path("paths")).forEach(path -> routes.add("route=\"" + path + "\""));
        return routes;
    }

    @Test
    void nor_does_any_over_tls() throws Exception {
        Certificate certificate = Certificate.in(folder);
        try (FuzzedPortal portal = new FuzzedPortal(
                folder, secure(certificate), certificate.trusting().getSocketFactory())) {
            List<String> faults =
                    new Fuzzer(portal, SEED).fire(Math.max(0, ONLY), ONLY >= 0 ? 1 : Math.min(ROUNDS, 1000));

            assertThat(log.errors()).isEmpty();
            assertThat(faults).isEmpty();
        }
    }

    @Test
    void nor_does_any_over_http_2() throws Exception {
        Certificate certificate = Certificate.in(folder);
        try (FuzzedPortal portal = new FuzzedPortal(
                folder, secure(certificate), certificate.trusting().getSocketFactory())) {
            Fuzzer fuzzer = new Fuzzer(portal, new Http2(portal.port(), certificate.trusting()), SEED);

            List<String> faults = fuzzer.fire(Math.max(0, ONLY), ONLY >= 0 ? 1 : Math.min(ROUNDS, 600));

            assertThat(log.errors()).isEmpty();
            assertThat(faults).isEmpty();
            assertThat(ONLY >= 0 || !fuzzer.served().isEmpty()).isTrue();
        }
    }

    private static UnaryOperator<PortalBuilder> secure(Certificate certificate) {
        return builder -> builder.tls(certificate.keyStore(), Certificate.PASSWORD);
    }

    @Test
    void a_handler_that_fails_is_found() throws Exception {
        UnaryOperator<PortalBuilder> withFault =
                builder -> builder.get("/fails/{name}").gate(Gate.open()).handle(request -> {
                    throw new IllegalStateException("on purpose");
                });
        try (FuzzedPortal portal = new FuzzedPortal(folder, withFault)) {
            Fuzzer fuzzer = new Fuzzer(portal, SEED);

            List<String> faults = fuzzer.fire(0, 10 * fuzzer.operations().size());

            assertThat(faults)
                    .isNotEmpty()
                    .allSatisfy(fault ->
                            assertThat(fault).contains("status 500", "GET /fails/{name}", "-Dfuzz.seed=" + SEED));
            assertThat(log.errors()).isNotEmpty();
        }
    }

    @Test
    void slow_clients_are_closed_and_keep_nobody_waiting_while_it_is_fuzzed() throws Exception {
        try (FuzzedPortal portal = new FuzzedPortal(folder, builder -> builder.maxThreads(16))) {
            List<Socket> slow = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                slow.add(slow(portal, "GET /who HTTP/1.1\r\nHost: a\r\nX-Slow: "));
            }

            List<String> faults = new Fuzzer(portal, SEED).fire(0, Math.min(500, ROUNDS));

            assertThat(faults).isEmpty();
            for (Socket each : slow) {
                assertThat(Wire.read(each)).isEqualTo(new Reply("", true));
                each.close();
            }
        }
    }

    private static Socket slow(FuzzedPortal portal, String start) {
        try {
            Socket socket = portal.wire().connect();
            socket.getOutputStream().write(start.getBytes(StandardCharsets.ISO_8859_1));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
