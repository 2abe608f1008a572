package dev.aide.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestBuilderTest {
    record User(String name, int age) {}

    record Event(String title, LocalDate day, Double score, String note) {}

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void fills_path_query_and_headers(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(request -> Reply.text("ok"));
                HttpClient client = HttpClient.builder()
                        .baseUrl(server.url() + "/api/")
                        .header("X-App")
                        .is("aide")
                        .build()) {
            Response<String> response = client.get("/users/{id}/files/{name}.txt")
                    .path("id")
                    .is(7)
                    .path("name")
                    .is("b c")
                    .query("page")
                    .is(2)
                    .query("tag")
                    .is("x&y")
                    .header("X-Trace")
                    .is("t-1")
                    .send();

            assertThat(response.data()).contains("ok");
            assertThat(server.only().target()).isEqualTo("/api/users/7/files/b%20c.txt?page=2&tag=x%26y");
            assertThat(server.only().header("X-App")).isEqualTo("aide");
            assertThat(server.only().header("X-Trace")).isEqualTo("t-1");
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void sends_and_reads_json_of_classes_and_generic_types(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(request -> Reply.json("[" + request.bodyText() + "]"));
                HttpClient client = HttpClient.builder().baseUrl(server.url()).build()) {
            Response<List<User>> list = client.post("/users")
                    .json(new User("Ann", 30))
                    .as(new TypeReference<List<User>>() {})
                    .send();
            Response<User[]> array = client.put("/users")
                    .json(new User("Bob", 40))
                    .as(User[].class)
                    .send();

            assertThat(list.data()).contains(List.of(new User("Ann", 30)));
            assertThat(array.data().map(Arrays::asList)).contains(List.of(new User("Bob", 40)));
            assertThat(server.seen().get(0).header("Content-Type")).startsWith("application/json");
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void sanitises_what_json_cannot_hold(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(request -> Reply.of(204));
                HttpClient client = HttpClient.builder().baseUrl(server.url()).build();
                HttpClient keeping = client.derive().keepNulls().build()) {
            Event event = new Event("Fair", LocalDate.of(2026, 11, 23), Double.NaN, null);

            Response<User> response =
                    client.post("/events").json(event).as(User.class).send();
            keeping.post("/events").json(event).send();

            assertThat(response.isSuccess()).isTrue();
            assertThat(response.data()).isEmpty();
            assertThat(server.seen().get(0).bodyText()).isEqualTo("{\"title\":\"Fair\",\"day\":\"2026-11-23\"}");
            assertThat(server.seen().get(1).bodyText())
                    .isEqualTo("{\"title\":\"Fair\",\"day\":\"2026-11-23\",\"score\":null,\"note\":null}");
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void sends_forms_parts_files_and_streams(ServerKind kind, @TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "from a file");
        try (TestServer server = kind.start(request -> Reply.of(204));
                HttpClient client = HttpClient.builder().baseUrl(server.url()).build()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("name", "Ann Lee");
            fields.put("age", 30);
            client.post("/form").form(fields).send();
            client.post("/parts")
                    .multipart(Part.field("title").is("T"), Part.file("notes", file))
                    .send();
            client.put("/file").file(file).send();
            client.post("/stream").stream(new ByteArrayInputStream("once".getBytes(UTF_8)))
                    .send();
            client.post("/opener").stream(() -> new ByteArrayInputStream("often".getBytes(UTF_8)))
                    .send();

            assertThat(server.seen().get(0).bodyText()).isEqualTo("name=Ann+Lee&age=30");
            assertThat(server.seen().get(1).bodyText())
                    .contains("name=\"title\"", "T", "filename=\"notes.txt\"", "from a file");
            assertThat(server.seen().get(2).bodyText()).isEqualTo("from a file");
            assertThat(server.seen().get(2).header("Content-Type")).isEqualTo("text/plain");
            assertThat(server.seen().get(3).bodyText()).isEqualTo("once");
            assertThat(server.seen().get(4).bodyText()).isEqualTo("often");
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void one_line_reads_an_address(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(request -> Reply.text("hello"))) {
            assertThat(HttpClient.fetch(server.url()).orElse("nothing")).isEqualTo("hello");
        }
    }

    @Test
    void mistakes_of_the_program_are_thrown_before_anything_is_sent() {
        try (HttpClient client =
                HttpClient.builder().baseUrl("http://127.0.0.1:1").build()) {
            assertThatThrownBy(() -> client.get("/users/{id}").send())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("path /users/{id} has no value for {id}: call path(\"id\").is(…) before sending");
            assertThatThrownBy(() -> client.get("/users").path("id").is(1).send())
                    .hasMessage("path /users has no place for [id]");
            assertThatThrownBy(
                            () -> client.get("/users/{id}").path("id").is("..").send())
                    .hasMessage("the value of {id} is \"..\", which would make this another path");
            assertThatThrownBy(() -> client.get("/users").json(Map.of()))
                    .hasMessage("a GET request has no body: use post, put or patch");
            assertThatThrownBy(() -> client.post("/users").multipart())
                    .hasMessage("a multipart form has at least one part");
            assertThatThrownBy(() -> client.get("/").header("X-Key").is("a\r\nX-Admin: true"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the value of header X-Key has the character U+000D at position 1;"
                            + " only printable ASCII can be sent");
            assertThatThrownBy(() -> client.get("/").header("X Key").is("a"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        try (HttpClient noBase = HttpClient.builder().build()) {
            assertThatThrownBy(() -> noBase.get("/users").send())
                    .hasMessage("\"/users\" is no http:// or https:// address,"
                            + " and this client has no base URL to put it after");
        }
    }

    @Test
    void a_value_that_json_cannot_hold_names_its_field() {
        record Node(Optional<Object> next) {}
        Object[] loop = new Object[1];
        loop[0] = new Node(Optional.of(loop));
        try (HttpClient client =
                HttpClient.builder().baseUrl("http://127.0.0.1:1").build()) {
            assertThatThrownBy(() -> client.post("/").json(loop)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
