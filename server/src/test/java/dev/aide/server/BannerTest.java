package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.server.gate.Gate;
import dev.aide.server.http.Caller;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class BannerTest {
    private static final Gate OPERATORS = Gate.own(request -> Optional.of(Caller.anonymous()));

    @Test
    void the_log_says_where_to_look_and_what_there_is() {
        Portal portal = Portal.builder()
                .port(0)
                .get("/metrics/of/mine")
                .gate(Gate.open())
                .handle(request -> "mine")
                .docs("Notes", "1", Gate.open())
                .admin(Admin.behind(OPERATORS))
                .metrics(Gate.open())
                .build();

        String url = "http://localhost:";
        assertThat(logged(portal).replaceAll("localhost:\\d+", "localhost:").replaceAll("java:\\d+", "java"))
                .isEqualTo("the portal listens on " + url + "\n"
                        + "  docs     " + url + "/docs\n"
                        + "  admin    " + url + "/admin\n"
                        + "  health   " + url + "/health/ready\n"
                        + "  metrics  " + url + "/metrics\n"
                        + "  12 endpoints\n"
                        + "    GET /metrics/of/mine (open) BannerTest.java\n"
                        + "    GET /health/live (open) portal\n"
                        + "    GET /health/ready (open) portal\n"
                        + "    GET /metrics (open) portal\n"
                        + "    GET /openapi.json (open) portal\n"
                        + "    GET /docs (open) portal\n"
                        + "    GET /docs/{file} (open) portal\n"
                        + "    GET /admin (own) portal\n"
                        + "    GET /admin/state (own) portal\n"
                        + "    POST /admin/requeue (own) portal\n"
                        + "    POST /admin/disconnect (own) portal\n"
                        + "    POST /admin/mode (own) portal");
    }

    @Test
    void what_is_not_there_is_not_named_and_neither_is_a_namesake() {
        Portal portal = Portal.builder()
                .port(0)
                .get("/admin")
                .gate(Gate.open())
                .handle(request -> "of the program")
                .build();

        assertThat(logged(portal))
                .contains("\n  health   ")
                .doesNotContain("  docs ")
                .doesNotContain("  admin ")
                .doesNotContain("  metrics ");
    }

    @Test
    void a_portal_that_listens_everywhere_is_named_as_it_is_seen_from_here() {
        try (Portal everywhere =
                Portal.builder().host("0.0.0.0").port(0).build().start()) {
            assertThat(everywhere.url()).isEqualTo("http://localhost:" + everywhere.port());
            assertThat(new Http(everywhere).get("/health/live").status()).isEqualTo(200);
        }
        assertThat(Portal.builder().host("::1").port(0).build().url()).isEqualTo("http://[::1]:0");
    }

    private static String logged(Portal portal) {
        List<String> lines = new CopyOnWriteArrayList<>();
        Logger log = Logger.getLogger(Portal.class.getName());
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        log.setLevel(Level.INFO);
        log.addHandler(listener);
        try (portal) {
            portal.start();
        } finally {
            log.removeHandler(listener);
            log.setLevel(null);
        }
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }
}
