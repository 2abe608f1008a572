package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aide.server.gate.Gate;
import dev.aide.server.http.Caller;
import dev.aide.server.http.HttpError;
import dev.aide.server.socket.Sockets;
import dev.aide.store.Database;
import dev.aide.store.queue.JobState;
import dev.aide.store.queue.NewJob;
import dev.aide.store.queue.PersistentQueue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminTest {
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Gate VISITORS = Gate.own(request -> request.header("X-Visitor")
            .map(name -> new Caller(name, "", Set.of(), Set.of(name.equals("root") ? "operator" : "visitor"))));

    @TempDir
    Path folder;

    private Database database;
    private PersistentQueue mails;
    private Portal portal;

    @BeforeEach
    void open() {
        database = Database.open("jdbc:sqlite:" + folder.resolve("portal.db"));
        mails = PersistentQueue.on(database, "mails");
    }

    @AfterEach
    void stop() {
        if (portal != null) {
            portal.stop();
        }
        database.close();
    }

    private Http start(Admin admin) {
        portal = Portal.builder()
                .port(0)
                .cors("https://app.example.com")
                .readyWhen("database", () -> true)
                .get("/api/notes/{id}")
                .gate(Gate.open())
                .summary("Reads a note")
                .handle(request -> {
                    if (request.pathVariable("id").equals("0")) {
                        throw HttpError.notFound("there is no note 0");
                    }
                    return Map.of("id", request.pathVariable("id"));
                })
                .admin(admin)
                .build()
                .start();
        return new Http(portal);
    }

    private long dead(NewJob job, String error) {
        long id = mails.push(job);
        mails.discard(mails.pop().orElseThrow(), error);
        return id;
    }

    private static JsonNode state(Http http, String visitor) {
        return http.get("/admin/state", "X-Visitor", visitor).json();
    }

    private static Http.Answer post(Http http, String path, String json, String visitor) {
        String token = state(http, visitor).path("token").asText();
        return http.post(path, json, "X-Visitor", visitor, "X-Admin-Token", token);
    }

    @Test
    void an_open_gate_is_refused_at_start() {
        String message = "the portal can't start:\n  - the admin page has an open gate, so everybody could requeue jobs"
                + " and switch modes; ask who comes, such as by Gate.basic().roles(\"admin\")";

        assertThatThrownBy(() -> start(Admin.behind(Gate.open())))
                .isInstanceOf(PortalException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> start(Admin.behind(VISITORS).changesBehind(Gate.open())))
                .hasMessage(message);
    }

    @Test
    void all_of_it_is_behind_its_gate_and_nothing_is_there_unless_asked_for() {
        Http http = start(Admin.behind(VISITORS));

        assertThat(http.get("/admin").status()).isEqualTo(401);
        assertThat(http.get("/admin/state").status()).isEqualTo(401);
        assertThat(http.post("/admin/requeue", "{\"queue\":\"mails\",\"jobs\":[1]}")
                        .status())
                .isEqualTo(401);
        assertThat(http.post("/admin/mode", "{\"pattern\":\"\",\"rule\":\"\",\"mode\":\"off\"}")
                        .status())
                .isEqualTo(401);
        try (Portal without = Portal.builder().port(0).build().start()) {
            assertThat(new Http(without).get("/admin").status()).isEqualTo(404);
        }
    }

    @Test
    void the_page_needs_nothing_else_and_lets_nothing_else_run() {
        Http.Answer page = start(Admin.behind(VISITORS)).get("/admin", "X-Visitor", "ada");

        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(page.header("Content-Security-Policy"))
                .matches("default-src 'none'; script-src 'sha256-[\\w+/]{43}='; style-src 'sha256-[\\w+/]{43}=';"
                        + " img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
                        + " frame-ancestors 'none'");
        assertThat(page.text())
                .doesNotContain("https://")
                .doesNotContain(" style=")
                .doesNotContain(" src=")
                .doesNotContain("onclick=");
    }

    @Test
    void the_data_has_endpoints_with_what_came_to_them() {
        Http http = start(Admin.behind(VISITORS));
        http.get("/api/notes/1");
        http.get("/api/notes/0");
        http.send("HEAD", "/api/notes/2", null);
        http.get("/nowhere");

        await().atMost(LONGEST)
                .until(() -> state(http, "ada").path("unmatched").asLong() == 1
                        && state(http, "ada").path("inFlight").asLong() == 0
                        && endpoint(http).path("byStatus").toString().equals("{\"200\":2,\"404\":1}"));
        JsonNode endpoint = endpoint(http);
        assertThat(endpoint.path("gate").asText()).isEqualTo("open");
        assertThat(endpoint.path("summary").asText()).isEqualTo("Reads a note");
        assertThat(endpoint.path("origin").asText()).startsWith("AdminTest.java:");
        long timed = 0;
        for (JsonNode count : endpoint.path("byTime")) {
            timed += count.asLong();
        }
        assertThat(timed).isEqualTo(3);
        JsonNode state = state(http, "ada");
        assertThat(state.path("checks").toString()).isEqualTo("{\"database\":true}");
        assertThat(state.path("bounds").size() + 1)
                .isEqualTo(endpoint.path("byTime").size());
        assertThat(state.path("agent").isNull()).isTrue();
    }

    private static JsonNode endpoint(Http http) {
        for (JsonNode endpoint : state(http, "ada").path("endpoints")) {
            if (endpoint.path("path").asText().equals("/api/notes/{id}")) {
                return endpoint;
            }
        }
        throw new AssertionError("no such endpoint");
    }

    @Test
    void the_data_has_queues_with_their_dead_letters_and_what_is_in_them_only_if_asked_for() {
        long id = dead(NewJob.of(Map.of("to", "ada@example.com")), "no such mailbox");
        mails.push("another");
        String counts = "{\"READY\":1,\"SCHEDULED\":0,\"CLAIMED\":0,\"COMPLETE\":0,\"DEAD\":1}";

        JsonNode queue =
                state(start(Admin.behind(VISITORS).queues(mails)), "ada").at("/queues/0");
        portal.stop();
        JsonNode open = state(start(Admin.behind(VISITORS).queues(mails).showPayloads()), "ada")
                .at("/queues/0");

        assertThat(queue.path("name").asText()).isEqualTo("mails");
        assertThat(queue.path("counts").toString()).isEqualTo(counts);
        assertThat(queue.path("dead").toString())
                .isEqualTo("[{\"id\":" + id + ",\"attempts\":1,\"error\":\"no such mailbox\"}]");
        assertThat(open.at("/dead/0/payload").asText()).isEqualTo("{\"to\":\"ada@example.com\"}");
    }

    @Test
    void a_queue_that_cannot_be_read_does_not_take_the_rest_along() {
        Http http = start(Admin.behind(VISITORS).queues(mails));
        database.close();

        JsonNode state = state(http, "ada");

        assertThat(state.at("/queues/0/problem").asText()).isNotBlank();
        assertThat(state.at("/queues/0/counts").size()).isZero();
        assertThat(state.path("endpoints").size()).isPositive();
    }

    @Test
    void dead_letters_are_requeued() {
        long first = dead(NewJob.of("first"), "refused");
        long second = dead(NewJob.of("second"), "refused");
        Http http = start(Admin.behind(VISITORS).queues(mails));

        Http.Answer answer =
                post(http, "/admin/requeue", "{\"queue\":\"mails\",\"jobs\":[" + first + "," + second + "]}", "ada");

        assertThat(answer.text()).isEqualTo("{\"message\":\"2 requeued\"}");
        assertThat(mails.counts()).containsEntry(JobState.READY, 2L).containsEntry(JobState.DEAD, 0L);
    }

    @Test
    void what_is_not_dead_any_more_or_has_a_successor_is_left() {
        long replaced = dead(NewJob.of("digest").withKey("digest"), "refused");
        mails.push(NewJob.of("digest").withKey("digest"));
        Http http = start(Admin.behind(VISITORS).queues(mails));

        Http.Answer answer =
                post(http, "/admin/requeue", "{\"queue\":\"mails\",\"jobs\":[" + replaced + ",999]}", "ada");

        assertThat(answer.text()).isEqualTo("{\"message\":\"0 requeued, 2 left as they are\"}");
        assertThat(mails.counts()).containsEntry(JobState.READY, 1L).containsEntry(JobState.DEAD, 1L);
        assertThat(post(http, "/admin/requeue", "{\"queue\":\"other\",\"jobs\":[]}", "ada")
                        .message())
                .isEqualTo("there is no such queue here");
    }

    @Test
    void a_change_that_does_not_come_from_the_page_is_refused() {
        long job = dead(NewJob.of("first"), "refused");
        Http http = start(Admin.behind(VISITORS).queues(mails));
        String wish = "{\"queue\":\"mails\",\"jobs\":[" + job + "]}";
        String token = state(http, "ada").path("token").asText();
        String tokenOfBob = state(http, "bob").path("token").asText();

        List<Http.Answer> refused = List.of(
                http.post("/admin/requeue", wish, "X-Visitor", "ada"),
                http.post("/admin/requeue", wish, "X-Visitor", "ada", "X-Admin-Token", "guessed"),
                http.post("/admin/requeue", wish, "X-Visitor", "ada", "X-Admin-Token", tokenOfBob),
                http.post("/admin/mode", "{\"pattern\":\"\",\"rule\":\"\",\"mode\":\"off\"}", "X-Visitor", "ada"));
        assertThat(refused).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.message())
                    .isEqualTo("this does not come from the page, or from one that is out of date: load it again");
        });
        Http.Answer foreign = http.post(
                "/admin/requeue", wish, "X-Visitor", "ada", "X-Admin-Token", token, "Origin", "https://evil.example");
        assertThat(foreign.message()).isEqualTo("this origin may not call the portal");
        assertThat(http.get("/admin/requeue", "X-Visitor", "ada", "X-Admin-Token", token)
                        .status())
                .isEqualTo(405);
        assertThat(mails.counts()).containsEntry(JobState.DEAD, 1L);
        assertThat(http.post("/admin/requeue", wish, "X-Visitor", "ada", "X-Admin-Token", token)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void an_origin_that_may_call_the_portal_may_still_not_send_the_pages_token() {
        Http http = start(Admin.behind(VISITORS));

        Http.Answer preflight = http.send(
                "OPTIONS",
                "/admin/requeue",
                null,
                "Origin",
                "https://app.example.com",
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "x-admin-token");

        assertThat(preflight.header("Access-Control-Allow-Headers")).doesNotContainIgnoringCase("admin");
    }

    @Test
    void those_who_may_look_need_not_be_those_who_may_change() {
        long job = dead(NewJob.of("first"), "refused");
        Http http = start(
                Admin.behind(VISITORS).changesBehind(VISITORS.roles("operator")).queues(mails));
        String wish = "{\"queue\":\"mails\",\"jobs\":[" + job + "]}";

        assertThat(post(http, "/admin/requeue", wish, "ada").message())
                .isEqualTo("this needs one of the roles [operator]");
        assertThat(post(http, "/admin/requeue", wish, "root").status()).isEqualTo(200);
    }

    @Test
    void without_the_agent_there_is_no_mode_to_switch() {
        Http http = start(Admin.behind(VISITORS));

        Http.Answer answer = post(http, "/admin/mode", "{\"pattern\":\"\",\"rule\":\"\",\"mode\":\"off\"}", "ada");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.message()).isEqualTo("aide.jar does not run in this JVM");
    }

    @Test
    void its_endpoints_are_not_part_of_the_portals_description() {
        portal = Portal.builder()
                .port(0)
                .docs("Notes", "1", Gate.open())
                .admin(Admin.behind(VISITORS))
                .build()
                .start();

        assertThat(new Http(portal).get("/openapi.json").json().path("paths").has("/admin"))
                .isFalse();
    }

    @Test
    void the_data_has_sockets_where_there_are_any_and_a_user_is_disconnected_by_the_page_alone() throws Exception {
        Http http = start(Admin.behind(VISITORS));
        assertThat(state(http, "ada").path("sockets").isNull()).isTrue();
        portal.stop();
        Sockets sockets = Sockets.builder()
                .json("/ws")
                .namespace("/", room -> room.connect(VISITORS))
                .build();
        sockets.of("/").joinGroup("bob", "team");
        portal = Portal.builder()
                .port(0)
                .sockets(sockets)
                .admin(Admin.behind(VISITORS))
                .build()
                .start();
        Http served = new Http(portal);
        String bob = "{\"namespace\":\"/\",\"user\":\"bob\"}";

        try (RawSocket socket = RawSocket.open(portal, "/ws", "X-Visitor", "bob")) {
            socket.send("{\"connect\":\"/\"}").next();

            await().atMost(LONGEST)
                    .untilAsserted(() -> assertThat(
                                    state(served, "ada").path("sockets").toString())
                            .isEqualTo("{\"clients\":1,\"queued\":0,\"dropped\":0,\"namespaces\":[{\"name\":\"/\","
                                    + "\"sockets\":1,\"users\":1,\"some\":[{\"user\":\"bob\",\"sockets\":1,"
                                    + "\"groups\":[\"team\"]}]}]}"));
            assertThat(served.post("/admin/disconnect", bob, "X-Visitor", "ada").status())
                    .isEqualTo(403);
            assertThat(post(served, "/admin/disconnect", bob.replace("\"/\"", "\"/other\""), "ada")
                            .message())
                    .isEqualTo("there is no such namespace here");
            assertThat(post(served, "/admin/disconnect", bob, "ada").text())
                    .isEqualTo("{\"message\":\"1 socket disconnected\"}");
            assertThat(socket.closeCode()).isEqualTo(1000);
        }
    }

    @Test
    void sockets_are_seen_also_when_the_database_of_their_groups_is_away() throws Exception {
        Sockets sockets = Sockets.builder()
                .json("/ws")
                .store(database)
                .namespace("/", room -> room.connect(VISITORS))
                .build();
        portal = Portal.builder()
                .port(0)
                .sockets(sockets)
                .admin(Admin.behind(VISITORS))
                .metrics(Gate.open())
                .build()
                .start();
        Http http = new Http(portal);
        try (RawSocket socket = RawSocket.open(portal, "/ws", "X-Visitor", "bob")) {
            socket.send("{\"connect\":\"/\"}").next();
            await().atMost(LONGEST).until(() -> sockets.of("/").count() == 1);

            database.close();

            assertThat(state(http, "ada")
                            .at("/sockets/namespaces/0/some/0/user")
                            .asText())
                    .isEqualTo("bob");
            assertThat(http.get("/metrics").text()).contains("portal_sockets{namespace=\"/\"} 1\n");
        }
    }
}
