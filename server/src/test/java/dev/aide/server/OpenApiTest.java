package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aide.server.bind.Query;
import dev.aide.server.bind.RequestBody;
import dev.aide.server.gate.Authenticator;
import dev.aide.server.gate.Gate;
import dev.aide.server.http.Caller;
import dev.aide.server.http.Method;
import dev.aide.server.http.Upload;
import dev.aide.server.limit.RateLimit;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OpenApiTest {
    private static Portal portal;
    private static Http http;
    private static JsonNode document;

    enum Colour {
        RED,
        GREEN
    }

    record Note(long id, String text, List<Note> replies, Optional<Colour> colour, Map<String, Double> scores) {}

    record Author(String name) {}

    static final class Notes {

        @Endpoint(value = "/notes/{id}", gate = "reader", summary = "Reads a note")
        Optional<Note> read(long id, Optional<Boolean> isFull) {
            return Optional.of(new Note(id, "text " + isFull.orElse(false), List.of(), Optional.empty(), Map.of()));
        }

        @Endpoint(value = "/notes", method = Method.POST, gate = "writer")
        Instant write(String text, byte priority, @Query Optional<Integer> page, Note parent) {
            return Instant.EPOCH.plusSeconds(text.length() + priority + page.orElse(0) + parent.id());
        }

        @Endpoint(value = "/notes/{id}", method = Method.PUT, gate = "writer")
        Note replace(long id, @RequestBody Note note) {
            return id == note.id() ? note : null;
        }

        @Endpoint(value = "/avatar", method = Method.PUT, gate = "writer")
        void avatar(Upload image) {
            assertThat(image).isNotNull();
        }
    }

    @BeforeAll
    static void start() {
        Authenticator byName =
                request -> request.header("X-Visitor").map(name -> new Caller(name, "", Set.of(), Set.of()));
        Gate visitor = Gate.own(byName);
        portal = Portal.builder()
                .port(0)
                .gate("reader", Gate.open().limit(RateLimit.perIp(100, Duration.ofMinutes(1))))
                .gate("writer", visitor.scopes("notes:write"))
                .endpoints(new Notes())
                .get("/raw/{name}")
                .gate("reader")
                .handle(request -> request.pathVariable("name"))
                .get("/authors")
                .gate(Gate.own("X-Visitor", byName))
                .answersListOf(Author.class)
                .handle(request -> List.of(new Author("ada")))
                .get("/authors/first")
                .gate("reader")
                .answers(Author.class)
                .handle(request -> Optional.of(new Author("ada")))
                .docs("Notes", "1.2", visitor)
                .build()
                .start();
        http = new Http(portal);
        document = http.get("/openapi.json", "X-Visitor", "ada").json();
    }

    @AfterAll
    static void stop() {
        portal.stop();
    }

    @Test
    void a_validator_finds_nothing_wrong_with_it() {
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(document.toString());

        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
        assertThat(result.getOpenAPI().getPaths().keySet())
                .containsExactlyInAnyOrder(
                        "/notes/{id}",
                        "/notes",
                        "/avatar",
                        "/raw/{name}",
                        "/authors",
                        "/authors/first",
                        "/health/live",
                        "/health/ready");
    }

    @Test
    void the_validator_of_this_test_does_find_what_is_wrong() {
        String broken = document.toString().replaceFirst("\"in\":\"path\"", "\"in\":\"nowhere\"");

        assertThat(new OpenAPIV3Parser().readContents(broken).getMessages()).isNotEmpty();
    }

    @Test
    void each_reference_leads_somewhere() {
        for (JsonNode reference : document.findValues("$ref")) {
            assertThat(document.at(reference.asText().substring(1)).isObject())
                    .as(reference.asText())
                    .isTrue();
        }
        assertThat(document.findValues("$ref")).isNotEmpty();
    }

    @Test
    void what_the_binder_asks_for_is_what_the_document_says() {
        JsonNode read = document.at("/paths/~1notes~1{id}/get");
        JsonNode write = document.at("/paths/~1notes/post");

        assertThat(read.path("summary").asText()).isEqualTo("Reads a note");
        assertThat(read.path("description").asText()).isEqualTo("Gate: open, 100 per minute and ip");
        assertThat(read.path("parameters").toString())
                .isEqualTo("[{\"name\":\"id\",\"in\":\"path\",\"required\":true,\"schema\":{\"type\":\"integer\","
                        + "\"format\":\"int64\"}},{\"name\":\"isFull\",\"in\":\"query\",\"required\":false,\"schema\":"
                        + "{\"anyOf\":[{\"type\":\"boolean\"},{\"type\":\"null\"}]}}]");
        assertThat(read.at("/responses/200/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/Note");
        assertThat(read.path("responses").has("429")).isTrue();
        assertThat(read.path("responses").has("401")).isFalse();
        assertThat(write.at("/requestBody/content/application~1json/schema").toString())
                .isEqualTo("{\"type\":\"object\",\"properties\":{\"text\":{\"type\":\"string\"},\"priority\":{\"type\":"
                        + "\"integer\",\"minimum\":-128,\"maximum\":127},\"parent\":{\"$ref\":"
                        + "\"#/components/schemas/Note\"}},\"required\":[\"text\",\"priority\",\"parent\"],"
                        + "\"additionalProperties\":false}");
        assertThat(document.at("/paths/~1notes~1{id}/put/requestBody/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/Note");
        assertThat(write.path("responses").has("403")).isTrue();
        assertThat(document.at("/paths/~1avatar/put/requestBody/content").has("multipart/form-data"))
                .isTrue();
        assertThat(document.at("/components/schemas/Note/required").toString())
                .isEqualTo("[\"id\",\"text\",\"replies\",\"scores\"]");
        assertThat(document.at("/components/schemas/Note/properties/colour/anyOf/0/enum")
                        .toString())
                .isEqualTo("[\"RED\",\"GREEN\"]");
    }

    @Test
    void what_a_lambda_says_that_it_answers_is_in_the_document_and_holds() {
        String schema = "/get/responses/200/content/application~1json/schema";

        assertThat(document.at("/paths/~1authors" + schema).toString())
                .isEqualTo("{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/Author\"}}");
        assertThat(document.at("/paths/~1authors~1first" + schema).toString())
                .isEqualTo("{\"$ref\":\"#/components/schemas/Author\"}");
        assertThat(document.at("/paths/~1raw~1{name}" + schema).toString()).isEqualTo("{}");
        assertThat(http.get("/authors", "X-Visitor", "ada").text()).isEqualTo("[{\"name\":\"ada\"}]");
        assertThat(http.get("/authors/first").text()).isEqualTo("{\"name\":\"ada\"}");
    }

    @Test
    void a_gate_of_the_programs_own_has_a_scheme_that_says_so() {
        assertThat(document.at("/paths/~1authors/get/security").toString()).isEqualTo("[{\"X-Visitor\":[]}]");
        assertThat(document.at("/paths/~1notes/post/security").toString()).isEqualTo("[{\"own\":[\"notes:write\"]}]");
        assertThat(document.at("/paths/~1notes~1{id}/get/security").toString()).isEqualTo("[]");
        assertThat(document.at("/components/securitySchemes/X-Visitor").toString())
                .isEqualTo("{\"type\":\"apiKey\",\"in\":\"header\",\"name\":\"X-Visitor\","
                        + "\"description\":\"Checked by the program itself\"}");
        assertThat(document.at("/components/securitySchemes/own").toString())
                .isEqualTo("{\"type\":\"http\",\"scheme\":\"own\","
                        + "\"description\":\"The program's own way to know who asks, which it has not described\"}");
    }

    @Test
    void the_document_and_its_page_are_behind_their_gate_and_need_no_other_server() {
        assertThat(http.get("/openapi.json").status()).isEqualTo(401);
        assertThat(http.get("/docs").status()).isEqualTo(401);
        assertThat(http.get("/docs/swagger-ui-bundle.js").status()).isEqualTo(401);

        Http.Answer page = http.get("/docs", "X-Visitor", "ada");
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'; script-src 'self';");
        assertThat(page.text()).doesNotContain("http://").doesNotContain("https://");
        assertThat(http.get("/docs/swagger-ui-bundle.js", "X-Visitor", "ada").text())
                .contains("SwaggerUIBundle");
        assertThat(http.get("/docs/swagger-ui.css", "X-Visitor", "ada").status())
                .isEqualTo(200);
        assertThat(http.get("/docs/start.js", "X-Visitor", "ada").text()).contains("/openapi.json");
        assertThat(http.get("/docs/..%5Cpom.xml", "X-Visitor", "ada").status()).isBetween(400, 404);
        assertThat(http.get("/docs/swagger-ui.js", "X-Visitor", "ada").status()).isEqualTo(404);
    }
}
