package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aide.server.bind.RequestBody;
import dev.aide.server.gate.Gate;
import dev.aide.server.http.Method;
import dev.aide.server.http.Response;
import dev.aide.testing.JavaSources;
import java.io.ByteArrayInputStream;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortalTest {
    private Portal portal;

    @AfterEach
    void stop() {
        if (portal != null) {
            portal.stop();
        }
    }

    private Http start(PortalBuilder builder) {
        portal = builder.port(0).build().start();
        return new Http(portal);
    }

    private static PortalBuilder builder() {
        return Portal.builder().gate("all", Gate.open());
    }

    static final class Given {

        @Endpoint(value = "/given", gate = "all")
        String given() {
            return "given";
        }
    }

    static final class Wrong {

        @Endpoint(value = "/variable/{id}", gate = "all")
        String wrong(long number, Map<String, String> map) {
            return number + " " + map;
        }

        @Endpoint(value = "/body", method = Method.POST, gate = "all")
        String body(@RequestBody Point point, String name) {
            return point + name;
        }
    }

    @Test
    void a_lambda_answers() {
        Http http = start(builder().get("/api/hello").gate(Gate.open()).handle(request -> Map.of("hello", "world")));

        Http.Answer answer = http.get("/api/hello");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.text()).isEqualTo("{\"hello\":\"world\"}");
    }

    @Test
    void annotated_methods_of_an_object_a_package_and_a_service_answer_and_are_listed() {
        Http http = start(
                builder().endpoints(new Given()).scan("dev.aide.server.found").discover());

        assertThat(http.get("/given").text()).isEqualTo("\"given\"");
        assertThat(http.get("/found/Ada").text()).isEqualTo("{\"hello\":\"Ada\"}");
        assertThat(http.get("/provided").text()).isEqualTo("{\"provided\":true}");
        assertThat(portal.routes().stream().map(Object::toString))
                .contains(
                        "GET /found/{name} (open) Greetings.greet",
                        "GET /provided (open) Provided.provided",
                        "GET /health/live (open) portal");
    }

    @Test
    void a_portal_with_mistakes_does_not_start_and_names_them_all() {
        assertThatThrownBy(() -> builder()
                        .get("/none")
                        .handle(request -> "no gate")
                        .get("/unknown")
                        .gate("nobody")
                        .handle(request -> "unknown gate")
                        .get("/twice/{a}")
                        .gate("all")
                        .handle(request -> "first")
                        .get("/twice/{b}")
                        .gate("all")
                        .handle(request -> "second")
                        .get("no-slash")
                        .gate("all")
                        .handle(request -> "path")
                        .get("/token")
                        .gate(Gate.bearer())
                        .handle(request -> "no tokens")
                        .endpoints(new Wrong())
                        .endpoints("has no endpoints")
                        .cors("*", "null", "https://good.example.com")
                        .trustedProxies("not a network")
                        .build())
                .isInstanceOfSatisfying(
                        PortalException.class,
                        e -> assertThat(e.problems())
                                .map(problem -> problem.replaceAll("PortalTest.java:\\d+", "PortalTest.java"))
                                .containsExactlyInAnyOrder(
                                        "java.lang.String has no method with @Endpoint",
                                        "GET /none (PortalTest.java): has no gate; say who may call it, with Gate.open() if"
                                                + " everybody may",
                                        "GET /unknown (PortalTest.java): its gate 'nobody' is not known; known are [all]",
                                        "GET /twice/{b} (PortalTest.java): is there twice: also as GET /twice/{a}"
                                                + " (PortalTest.java)",
                                        "GET no-slash (PortalTest.java): path 'no-slash' must begin with a slash",
                                        "GET /token (PortalTest.java): its gate asks for access tokens: give tokens(...)",
                                        "GET /variable/{id} (Wrong.wrong): parameter 'map' is taken from the query, and"
                                                + " java.util.Map<java.lang.String,java.lang.String> can't be written there",
                                        "POST /body (Wrong.body): parameter 'point' is the whole body, so no other one can"
                                                + " be taken from it",
                                        "GET /variable/{id} (Wrong.wrong): the path's {id} has no parameter of that name",
                                        "CORS origin '*' is not exact: write it as https://app.example.com, in small letters,"
                                                + " without a path; * and null would let every page in",
                                        "CORS origin 'null' is not exact: write it as https://app.example.com, in small"
                                                + " letters, without a path; * and null would let every page in",
                                        "trusted proxies: 'not a network' is no network; write it as 10.0.0.0/8, fd00::/8 or"
                                                + " one address"));
    }

    @Test
    void a_parameter_without_a_name_in_its_class_file_is_refused_at_start(@TempDir Path folder) throws Exception {
        Path classes = JavaSources.release(17)
                .source(
                        "notes.Nameless",
                        "package notes; public class Nameless { @dev.aide.server.Endpoint(value = \"/notes\", gate ="
                                + " \"all\") public long read(long id) { return id; } }")
                .classpath(Path.of(Endpoint.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()))
                .compile()
                .writeTo(folder);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, PortalTest.class.getClassLoader())) {
            Object nameless =
                    loader.loadClass("notes.Nameless").getConstructor().newInstance();

            assertThatThrownBy(() -> builder().endpoints(nameless).build())
                    .isInstanceOf(PortalException.class)
                    .hasMessage(
                            "the portal can't start:\n  - GET /notes (Nameless.read): parameter 1 has no name in the"
                                    + " class file: compile with -parameters");
        }
    }

    @Test
    void a_taken_port_is_said_in_words() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            Portal other = builder().host("0.0.0.0").port(taken.getLocalPort()).build();

            assertThatThrownBy(other::start)
                    .isInstanceOf(PortalException.class)
                    .hasMessageStartingWith(
                            "the portal can't start: it can't listen on 0.0.0.0:" + taken.getLocalPort());
        }
    }

    @Test
    @SuppressWarnings("FutureReturnValueIgnored")
    void futures_and_waiting_handlers_live_on_one_portal() {
        Http http = start(builder()
                .get("/future")
                .gate("all")
                .handle(request -> CompletableFuture.supplyAsync(
                        () -> "later", CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS)))
                .get("/failing-future")
                .gate("all")
                .handle(request -> CompletableFuture.failedFuture(new IllegalStateException("secret")))
                .get("/waiting")
                .gate("all")
                .handle(request -> {
                    Thread.sleep(20);
                    return "waited";
                }));

        assertThat(http.get("/future").text()).isEqualTo("\"later\"");
        assertThat(http.get("/waiting").text()).isEqualTo("\"waited\"");
        assertThat(http.get("/failing-future").status()).isEqualTo(500);
        assertThat(http.get("/failing-future").text()).doesNotContain("secret");
    }

    @Test
    @SuppressWarnings("FutureReturnValueIgnored")
    void a_future_that_never_completes_is_answered_with_503() {
        Http http = start(builder()
                .handlerTimeout(Duration.ofMillis(100))
                .get("/never")
                .gate("all")
                .handle(request -> new CompletableFuture<>()));

        assertThat(http.get("/never").status()).isEqualTo(503);
        assertThat(http.get("/never").message()).isEqualTo("this took too long");
    }

    record Point(int x, int y) {}

    @Test
    void what_a_handler_returns_becomes_an_answer(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("note.txt"), "from a file");
        Http http = start(builder()
                .get("/record")
                .gate("all")
                .handle(request -> new Point(1, 2))
                .get("/nothing")
                .gate("all")
                .handle(request -> null)
                .get("/stream")
                .gate("all")
                .handle(request -> Stream.of(new Point(1, 2), new Point(3, 4)))
                .get("/file")
                .gate("all")
                .handle(request -> file)
                .get("/no-file")
                .gate("all")
                .handle(request -> folder.resolve("none"))
                .get("/bytes")
                .gate("all")
                .handle(request -> new ByteArrayInputStream(new byte[] {65, 66}))
                .get("/absent")
                .gate("all")
                .handle(request -> Optional.empty())
                .get("/present")
                .gate("all")
                .handle(request -> Optional.of(List.of(1)))
                .get("/present-response")
                .gate("all")
                .handle(request -> Optional.of(Response.text("there")))
                .get("/response")
                .gate("all")
                .handle(request -> Response.created("/record").body(new Point(5, 6))));

        assertThat(http.get("/record").text()).isEqualTo("{\"x\":1,\"y\":2}");
        assertThat(http.get("/nothing").status()).isEqualTo(204);
        assertThat(http.get("/stream").text()).isEqualTo("[{\"x\":1,\"y\":2},{\"x\":3,\"y\":4}]");
        assertThat(http.get("/file").text()).isEqualTo("from a file");
        assertThat(http.get("/file").header("Content-Type")).isEqualTo("text/plain");
        assertThat(http.get("/no-file").status()).isEqualTo(404);
        assertThat(http.get("/bytes").text()).isEqualTo("AB");
        assertThat(http.get("/absent").status()).isEqualTo(404);
        assertThat(http.get("/present").text()).isEqualTo("[1]");
        assertThat(http.get("/present-response").text()).isEqualTo("there");
        Http.Answer response = http.get("/response");
        assertThat(response.status()).isEqualTo(201);
        assertThat(response.header("Location")).isEqualTo("/record");
        assertThat(response.text()).isEqualTo("{\"x\":5,\"y\":6}");
    }

    @Test
    void a_stream_that_breaks_is_not_taken_for_a_whole_one() {
        Http http = start(builder()
                .get("/broken")
                .gate("all")
                .handle(request -> Stream.iterate(1, i -> i + 1).peek(i -> {
                    if (i > 10_000) {
                        throw new IllegalStateException("the database went away");
                    }
                })));

        assertThatThrownBy(() -> http.get("/broken")).isInstanceOf(java.io.UncheckedIOException.class);
    }

    @Test
    void paths_lead_to_the_nearest_route_or_to_404_and_405() {
        Http http = start(builder()
                .get("/notes/{id}")
                .gate("all")
                .handle(request -> "note " + request.pathVariable("id"))
                .get("/notes/new")
                .gate("all")
                .handle(request -> "new")
                .get("/notes/{id}/tags")
                .gate("all")
                .handle(request -> "tags of " + request.pathVariable("id")));

        assertThat(http.get("/notes/7").text()).isEqualTo("\"note 7\"");
        assertThat(http.get("/notes/new").text()).isEqualTo("\"new\"");
        assertThat(http.get("/notes/new/tags").text()).isEqualTo("\"tags of new\"");
        assertThat(http.get("/notes/a%20b%C3%BC").text()).isEqualTo("\"note a bü\"");
        assertThat(http.get("/notes").status()).isEqualTo(404);
        assertThat(http.get("/notes/").status()).isEqualTo(404);
        assertThat(http.get("/notes/7/").status()).isEqualTo(404);
        Http.Answer wrongMethod = http.delete("/notes/7");
        assertThat(wrongMethod.status()).isEqualTo(405);
        assertThat(wrongMethod.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(http.send("HEAD", "/notes/7", null).text()).isEmpty();
        assertThat(http.send("HEAD", "/notes/7", null).header("Content-Length")).isEqualTo("8");
    }

    @Test
    void methods_have_each_their_endpoint() {
        PortalBuilder builder = builder();
        builder.put("/x").gate("all").handle(request -> "put");
        builder.patch("/x").gate("all").handle(request -> "patch");
        builder.delete("/x").gate("all").handle(request -> "delete");
        builder.post("/x").gate("all").handle(request -> "post");
        Http http = start(builder);

        for (Method method : List.of(Method.PUT, Method.PATCH, Method.DELETE, Method.POST)) {
            assertThat(http.send(method.name(), "/x", null).text())
                    .isEqualTo("\"" + method.name().toLowerCase(java.util.Locale.ROOT) + "\"");
        }
    }

    /** The common pool may have one thread only. */
    private static void inThread(Runnable work) {
        new Thread(work).start();
    }

    @Test
    void a_handler_may_take_longer_than_a_connection_may_be_silent() {
        Http http = start(builder()
                .idleTimeout(Duration.ofMillis(100))
                .get("/slow")
                .gate("all")
                .handle(request -> {
                    Thread.sleep(500);
                    return "whole";
                }));

        assertThat(http.get("/slow").text()).isEqualTo("\"whole\"");
    }

    @Test
    void stopping_lets_requests_under_way_finish_and_takes_no_more() throws Exception {
        CountDownLatch isIn = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Http http = start(builder().get("/slow").gate("all").handle(request -> {
            isIn.countDown();
            mayEnd.await(30, TimeUnit.SECONDS);
            return "whole";
        }));
        CompletableFuture<Http.Answer> slow =
                CompletableFuture.supplyAsync(() -> http.get("/slow"), PortalTest::inThread);
        isIn.await();

        CompletableFuture<Void> stopping = CompletableFuture.runAsync(portal::stop, PortalTest::inThread);
        await().untilAsserted(() -> assertThatThrownBy(http::connect).isInstanceOf(java.io.UncheckedIOException.class));
        // longer than idle connections are kept while stopping
        Thread.sleep(300);
        assertThat(stopping).isNotDone();
        mayEnd.countDown();

        assertThat(slow.get(30, TimeUnit.SECONDS).text()).isEqualTo("\"whole\"");
        stopping.get(30, TimeUnit.SECONDS);
    }

    @Test
    void stopping_does_not_wait_beyond_its_limit() throws Exception {
        CountDownLatch isIn = new CountDownLatch(1);
        Http http = start(builder()
                .stopTimeout(Duration.ofMillis(200))
                .get("/stuck")
                .gate("all")
                .handle(request -> {
                    isIn.countDown();
                    new CountDownLatch(1).await();
                    return "never";
                }));
        CompletableFuture<Http.Answer> stuck =
                CompletableFuture.supplyAsync(() -> http.get("/stuck"), PortalTest::inThread);
        isIn.await();

        CompletableFuture.runAsync(portal::stop, PortalTest::inThread).get(30, TimeUnit.SECONDS);

        assertThat(stuck.handle((answer, error) -> error != null || answer.status() >= 500)
                        .get(30, TimeUnit.SECONDS))
                .isTrue();
    }

    @Test
    void workers_are_stopped_in_order_when_the_requests_under_way_have_ended() throws Exception {
        List<String> ended = new CopyOnWriteArrayList<>();
        CountDownLatch isIn = new CountDownLatch(1);
        CountDownLatch isStopping = new CountDownLatch(1);
        Http http = start(builder()
                .get("/slow")
                .gate("all")
                .handle(request -> {
                    isIn.countDown();
                    isStopping.await();
                    ended.add("request");
                    return "done";
                })
                .workers(
                        () -> ended.add("first"),
                        () -> {
                            throw new IllegalStateException("on purpose");
                        },
                        () -> ended.add("last")));
        CompletableFuture<Http.Answer> slow =
                CompletableFuture.supplyAsync(() -> http.get("/slow"), PortalTest::inThread);
        isIn.await();

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(portal::stop, PortalTest::inThread);
        isStopping.countDown();
        stopped.get(2, TimeUnit.MINUTES);

        assertThat(slow.get(2, TimeUnit.MINUTES).status()).isEqualTo(200);
        assertThat(ended).containsExactly("request", "first", "last");
    }

    @Test
    void stopping_does_not_wait_for_a_worker_beyond_its_limit() throws Exception {
        CountDownLatch isLeft = new CountDownLatch(1);
        start(builder()
                .stopTimeout(Duration.ofMillis(200))
                .workers(() -> new CountDownLatch(1).await(), isLeft::countDown));

        CompletableFuture.runAsync(portal::stop, PortalTest::inThread).get(2, TimeUnit.MINUTES);

        assertThat(isLeft.await(2, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void a_portal_is_started_once() {
        start(builder());

        assertThatThrownBy(portal::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a portal is started once; build another one");
    }
}
