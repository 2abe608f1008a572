package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A portal beside the packaged {@code aide.jar}, which the portal does not need and only knows by name. */
class BesideAgentIT {
    private static final Pattern ACKNOWLEDGED =
            Pattern.compile("43\\d\\[\\{\"status\":false,\"code\":\"internal_server_error\","
                    + "\"message\":\"something went wrong here\",\"violation\":\"([0-9a-f]{16})\"}]");

    @TempDir
    Path folder;

    @Test
    void a_violation_in_a_handler_is_a_500_whose_id_is_in_the_report() throws IOException {
        Path report = folder.resolve("aide.json");
        Http.Answer refused;
        Http.Answer later;
        String log;
        try (PortalProcess portal =
                PortalProcess.start(folder, Map.of("aide.mode", "enforce", "aide.report", report.toString()))) {
            Http http = new Http(portal.url());
            assertThat(http.get("/api/notes/7").status()).isEqualTo(200);

            refused = http.get("/api/tags");
            later = http.get("/api/tags/tea");

            assertThat(refused.status()).isEqualTo(500);
            String id = refused.json().path("violation").asText();
            assertThat(id).matches("[0-9a-f]{16}");
            assertThat(refused.text())
                    .isEqualTo("{\"status\":false,\"code\":\"internal_server_error\",\"message\":\"something went wrong"
                            + " here\",\"requestId\":\"" + refused.header("X-Request-Id") + "\",\"violation\":\"" + id
                            + "\"}");
            assertThat(later.status()).isEqualTo(500);
            assertThat(http.get("/api/tags").json().path("violation").asText()).isEqualTo(id);
            Http.Answer broken = http.get("/api/broken");
            assertThat(broken.status()).isEqualTo(500);
            assertThat(broken.json().has("violation")).isFalse();
            portal.end();
            log = portal.log();
        }

        String id = refused.json().path("violation").asText();
        assertThat(log)
                .contains("request " + refused.header("X-Request-Id") + " failed at /api/tags: aide refused, finding "
                        + id + "\n")
                .contains("aide types.return  com.acme.notes.Notes.tags()");
        assertThat(methodsOf(report, id)).containsExactly("com.acme.notes.Notes.tags()");
        assertThat(methodsOf(report, later.json().path("violation").asText()))
                .containsExactly("com.acme.notes.Notes.sum(List<Integer> counts)");
    }

    @Test
    void a_violation_is_never_blamed_on_the_client_whatever_its_class() throws IOException {
        Path report = folder.resolve("aide.json");
        try (PortalProcess portal = PortalProcess.start(
                folder, Map.of("aide.mode", "enforce", "aide.exceptions", "plain", "aide.report", report.toString()))) {
            Http http = new Http(portal.url());

            Http.Answer answer = http.post("/api/notes", "{\"text\":\"polluted\"}");

            assertThat(http.post("/api/notes", "{\"text\":\"clean\"}").text()).isEqualTo("\"clean\"");
            assertThat(answer.status()).as(answer.text()).isEqualTo(500);
            assertThat(answer.text()).doesNotContain("com.acme");
            portal.end();
            assertThat(methodsOf(report, answer.json().path("violation").asText()))
                    .containsExactly("com.acme.notes.NewNote$Archive.keep(List<String> texts)");
        }
    }

    @Test
    void a_violation_in_the_handler_of_an_event_is_acknowledged_with_its_id() throws Exception {
        Path report = folder.resolve("aide.json");
        try (PortalProcess portal = PortalProcess.start(
                folder, Map.of("aide.mode", "enforce", "aide.exceptions", "plain", "aide.report", report.toString()))) {
            String tags;
            String note;
            try (RawSocket socket = RawSocket.open(portal.url(), "/socket.io/?EIO=4&transport=websocket")) {
                assertThat(socket.next()).startsWith("0{");
                assertThat(socket.send("40").next()).startsWith("40{\"sid\":");
                assertThat(socket.send("420[\"add\",{\"text\":\"clean\"}]").next())
                        .isEqualTo("430[\"clean\"]");

                tags = violation(socket.send("421[\"tags\"]").next());
                note = violation(
                        socket.send("422[\"add\",{\"text\":\"polluted\"}]").next());
            }
            portal.end();
            assertThat(portal.log()).contains("event 'tags' of / failed: aide refused, finding " + tags + "\n");
            assertThat(methodsOf(report, tags)).containsExactly("com.acme.notes.Notes.tags()");
            assertThat(methodsOf(report, note))
                    .containsExactly("com.acme.notes.NewNote$Archive.keep(List<String> texts)");
        }
    }

    private static String violation(String acknowledgement) {
        Matcher matcher = ACKNOWLEDGED.matcher(acknowledgement);
        assertThat(matcher.matches()).as(acknowledgement).isTrue();
        return matcher.group(1);
    }

    private static List<String> methodsOf(Path report, String id) throws IOException {
        List<String> methods = new ArrayList<>();
        for (JsonNode finding :
                new ObjectMapper().readTree(Files.readString(report)).path("findings")) {
            if (finding.path("id").asText().equals(id)) {
                methods.add(finding.path("method").asText());
            }
        }
        return methods;
    }
}
