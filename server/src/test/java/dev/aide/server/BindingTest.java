package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.server.bind.Query;
import dev.aide.server.bind.RequestBody;
import dev.aide.server.gate.Gate;
import dev.aide.server.http.Caller;
import dev.aide.server.http.Method;
import dev.aide.server.http.Request;
import dev.aide.server.http.Upload;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BindingTest {
    private static final AtomicReference<Path> LAST_UPLOAD = new AtomicReference<>();

    private static Portal portal;
    private static Http http;

    enum Colour {
        RED,
        GREEN
    }

    record Line(String article, int quantity, BigDecimal price) {

        Line {
            if (quantity < 1) {
                throw new IllegalArgumentException("quantity must be at least 1");
            }
        }
    }

    record Order(UUID id, List<Line> lines, Optional<String> note, Map<String, Boolean> flags, Instant at) {}

    record Tree(String name, List<Tree> children) {}

    record Range(int from, int to) {
        Range {
            if (from > to) {
                throw new IllegalArgumentException("from must not be above to");
            }
        }
    }

    static final class Api {

        @Endpoint(value = "/items/{id}", gate = "all")
        Map<String, Object> item(long id, Optional<Colour> colour, List<Integer> sizes, boolean isNew) {
            return Map.of("id", id, "colour", colour.map(Enum::name).orElse("none"), "sizes", sizes, "new", isNew);
        }

        @Endpoint(value = "/orders", method = Method.POST, gate = "all")
        Map<String, Object> order(UUID id, List<Line> lines, Optional<String> note, @Query Optional<Boolean> dryRun) {
            return Map.of("id", id, "lines", lines, "note", note.orElse("none"), "dryRun", dryRun.orElse(false));
        }

        @Endpoint(value = "/form", method = Method.POST, gate = "all")
        Map<String, Object> form(String name, int age, List<String> tags) {
            return Map.of("name", name, "age", age, "tags", tags);
        }

        @Endpoint(value = "/avatar", method = Method.POST, gate = "all")
        Map<String, Object> avatar(String title, Upload image, Optional<Upload> thumbnail) throws IOException {
            LAST_UPLOAD.set(image.file());
            return Map.of(
                    "title", title,
                    "name", image.fileName(),
                    "text", Files.readString(image.file()),
                    "size", image.size(),
                    "hasThumbnail", thumbnail.isPresent());
        }

        @Endpoint(value = "/lines/{id}", method = Method.PUT, gate = "all")
        Map<String, Object> replace(long id, @RequestBody Line line, @Query Optional<Boolean> dryRun) {
            return Map.of("id", id, "line", line, "dryRun", dryRun.orElse(false));
        }

        @Endpoint(value = "/day", gate = "all")
        LocalDate day(LocalDate day) {
            return day.plusDays(1);
        }

        @Endpoint(value = "/who", gate = "all")
        String who(Caller caller, Request request) {
            return caller.isAnonymous() + " " + request.path();
        }
    }

    @BeforeAll
    static void start() {
        portal = Portal.builder()
                .port(0)
                .gate("all", Gate.open())
                .endpoints(new Api())
                .post("/whole")
                .gate("all")
                .handle(Order.class, (order, request) -> order)
                .post("/tree")
                .gate("all")
                .handle(Tree.class, (tree, request) -> tree)
                .get("/range")
                .gate("all")
                .handle(Range.class, (range, request) -> range.to() - range.from())
                .build()
                .start();
        http = new Http(portal);
    }

    @AfterAll
    static void stop() {
        portal.stop();
    }

    private static String problems(Http.Answer answer) {
        StringBuilder lines = new StringBuilder();
        answer.json()
                .path("problems")
                .forEach(problem -> lines.append(problem.path("in").asText())
                        .append(' ')
                        .append(problem.path("pointer").asText())
                        .append(' ')
                        .append(problem.path("message").asText())
                        .append('\n'));
        return lines.toString();
    }

    @Test
    void path_and_query_fill_parameters_by_name() {
        assertThat(http.get("/items/7?isNew=true&sizes=1&sizes=2&colour=RED").json())
                .isEqualTo(http.get("/items/7?colour=RED&sizes=1&isNew=true&sizes=2")
                        .json());
        assertThat(http.get("/items/7?isNew=true&sizes=1&sizes=2&colour=RED")
                        .json()
                        .toString())
                .contains("\"id\":7", "\"colour\":\"RED\"", "\"sizes\":[1,2]", "\"new\":true");
        assertThat(http.get("/day?day=2026-11-23").text()).isEqualTo("\"2026-11-24\"");
        assertThat(http.get("/who").text()).isEqualTo("\"true /who\"");
    }

    @Test
    void all_problems_of_path_and_query_come_at_once() {
        Http.Answer answer = http.get("/items/seven?colour=BLUE&sizes=1.5&sizes=x&other=1");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.message()).isEqualTo("6 values are wrong");
        assertThat(problems(answer)).isEqualTo("""
                        query /other is unknown here; known are [colour, isNew, sizes]
                        path /id must be a whole number, and is a string
                        query /colour must be one of RED, GREEN
                        query /sizes/0 must be a whole number, and is a string
                        query /sizes/1 must be a whole number, and is a string
                        query /isNew is missing
                        """);
    }

    @Test
    void a_json_body_fills_parameters_and_records() {
        String line = "{\"article\":\"a\",\"quantity\":2,\"price\":1.10}";
        String id = "123e4567-e89b-12d3-a456-426614174000";

        Http.Answer answer = http.post("/orders?dryRun=true", "{\"id\":\"" + id + "\",\"lines\":[" + line + "]}");
        Http.Answer whole = http.post(
                "/whole",
                "{\"id\":\"" + id + "\",\"lines\":[" + line + "],\"flags\":{\"a\":true},\"note\":null,"
                        + "\"at\":\"2026-11-23T08:30:00Z\"}");

        assertThat(answer.text())
                .contains("\"id\":\"" + id + "\"", "\"lines\":[" + line + "]", "\"dryRun\":true", "\"note\":\"none\"");
        assertThat(whole.text()).contains("\"at\":\"2026-11-23T08:30:00Z\"", "\"note\":null");
        assertThat(http.post("/tree", "{\"name\":\"a\",\"children\":[{\"name\":\"b\",\"children\":[]}]}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void all_problems_of_a_body_come_at_once_with_a_json_pointer_each() {
        Http.Answer answer = http.post("/whole", """
                {"id":"1-1-1-1-1",
                 "lines":[{"article":7,"quantity":"2","price":null},{"article":"x","quantity":1.0,"price":1,"a/b":1}],
                 "flags":{"a":"true","b":1},
                 "extra":1}
                """);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(problems(answer)).isEqualTo("""
                        body /extra is unknown here; known are [at, flags, id, lines, note]
                        body /id must be a UUID such as 123e4567-e89b-12d3-a456-426614174000
                        body /lines/0/article must be a string, and is a whole number
                        body /lines/0/quantity must be a whole number, and is a string
                        body /lines/0/price must be a number, and is null
                        body /lines/1/quantity must be a whole number, and is a number with a fraction
                        body /lines/1/a~1b is unknown here; known are [article, quantity, price]
                        body /flags/a must be true or false, and is a string
                        body /flags/b must be true or false, and is a whole number
                        body /at is missing
                        """);
    }

    @Test
    void what_a_record_says_against_its_values_reaches_the_client() {
        String id = "123e4567-e89b-12d3-a456-426614174000";
        Http.Answer nested = http.post(
                "/orders", "{\"id\":\"" + id + "\",\"lines\":[{\"article\":\"a\",\"quantity\":0,\"price\":1}]}");

        assertThat(problems(nested)).isEqualTo("body /lines/0 quantity must be at least 1\n");
        assertThat(problems(http.get("/range?from=2&to=1"))).isEqualTo("body  from must not be above to\n");
        assertThat(http.get("/range?from=1&to=3").text()).isEqualTo("2");
    }

    @Test
    void a_parameter_may_be_the_whole_body_beside_those_of_path_and_query() {
        String line = "{\"article\":\"tea\",\"quantity\":2,\"price\":1.50}";

        assertThat(http.send("PUT", "/lines/7?dryRun=true", line).text())
                .contains("\"id\":7", "\"line\":{\"article\":\"tea\",\"quantity\":2,", "\"dryRun\":true");
        assertThat(problems(http.send("PUT", "/lines/x", "{\"article\":1,\"quantity\":2,\"what\":3}")))
                .isEqualTo("""
                        path /id must be a whole number, and is a string
                        body /article must be a string, and is a whole number
                        body /price is missing
                        body /what is unknown here; known are [article, quantity, price]
                        """);
        assertThat(problems(http.send("PUT", "/lines/7", "{\"article\":\"tea\",\"quantity\":0,\"price\":1}")))
                .isEqualTo("body  quantity must be at least 1\n");
        assertThat(problems(http.send("PUT", "/lines/7", "[]"))).isEqualTo("body  must be an object, and is a list\n");
        assertThat(problems(http.send("PUT", "/lines/7", null))).isEqualTo("body  is missing\n");
        assertThat(problems(http.send(
                        "PUT", "/lines/7", "article=tea", "Content-Type", "application/x-www-form-urlencoded")))
                .isEqualTo("""
                        body /article is unknown here; nothing is expected
                        body  is missing
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "from=1&to=2&to=3, query /to is there more than once",
        "from=01&to=2, 'query /from must be a whole number, and is a string'",
        "from=&to=2, 'query /from must be a whole number, and is a string'",
        "from=%201&to=2, 'query /from must be a whole number, and is a string'",
        "from=2147483648&to=2, query /from must be from -2147483648 to 2147483647",
        "from=1e1&to=2, 'query /from must be a whole number, and is a string'"
    })
    void nothing_is_coerced(String query, String problem) {
        assertThat(problems(http.get("/range?" + query))).isEqualTo(problem + "\n");
    }

    @Test
    void a_form_fills_parameters() {
        Http.Answer answer = http.post(
                "/form",
                "name=Ada+L%C3%BCtt&age=36&tags=a&tags=b",
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(answer.json().toString()).contains("\"name\":\"Ada Lütt\"", "\"age\":36", "\"tags\":[\"a\",\"b\"]");
        assertThat(problems(http.post("/form", "age=x&b=1", "Content-Type", "application/x-www-form-urlencoded")))
                .isEqualTo("""
                        body /b is unknown here; known are [age, name, tags]
                        body /name is missing
                        body /age must be a whole number, and is a string
                        body /tags is missing
                        """);
    }

    private static String multipart(String... parts) {
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            text.append("--XX\r\n").append(part).append("\r\n");
        }
        return text.append("--XX--\r\n").toString();
    }

    private static final String TITLE = "Content-Disposition: form-data; name=\"title\"\r\n\r\nMe";
    private static final String IMAGE =
            "Content-Disposition: form-data; name=\"image\"; filename=\"../../etc/a.png\"\r\n"
                    + "Content-Type: image/png\r\n\r\npixels";

    @Test
    void a_multipart_form_brings_files_which_do_not_outlive_the_request() {
        Http.Answer answer =
                http.post("/avatar", multipart(TITLE, IMAGE), "Content-Type", "multipart/form-data; boundary=XX");

        assertThat(answer.json().toString())
                .contains("\"title\":\"Me\"", "\"name\":\"a.png\"", "\"text\":\"pixels\"", "\"size\":6")
                .contains("\"hasThumbnail\":false");
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(LAST_UPLOAD.get()).doesNotExist());
        assertThat(LAST_UPLOAD.get().getParent()).doesNotExist();
    }

    @Test
    void files_that_are_missing_or_unknown_are_named() {
        Http.Answer answer = http.post(
                "/avatar",
                multipart(TITLE, IMAGE.replace("\"image\"", "\"picture\"")),
                "Content-Type",
                "multipart/form-data; boundary=XX");

        assertThat(problems(answer)).isEqualTo("""
                        body /picture is unknown here; known are [image, thumbnail, title]
                        body /image must be a file of a multipart form
                        """);
        assertThat(http.post("/avatar", "no parts", "Content-Type", "multipart/form-data; boundary=XX")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"name\":; 400",
                "{\"name\":\"a\",\"name\":\"b\"}; 400",
                "{\"name\":\"a\",\"children\":[]} {}; 400",
                "[]; 422",
                "null; 422",
                "7; 422"
            })
    void a_body_that_is_no_json_object_is_refused(String body, int status) {
        assertThat(http.post("/tree", body).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"day\":1e2147483648}|a number has too large an exponent",
                "{\"day\":1|it ends too early",
                "{} {}|there is more after its end",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[|Document nesting depth (51) exceeds the maximum allowed"
                        + " (50)"
            })
    void what_is_no_json_is_refused_in_words_that_name_no_class(String body, String reason) {
        Http.Answer answer = http.post("/orders", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo("the body is not JSON as it should be: " + reason);
    }

    @Test
    void a_number_that_is_short_to_write_and_long_to_reckon_with_is_refused() {
        String order =
                "{\"id\":\"123e4567-e89b-12d3-a456-426614174000\",\"lines\":[{\"article\":\"pen\",\"quantity\":1,"
                        + "\"price\":%s}]}";

        assertThat(http.post("/orders", order.formatted("1E+999")).status()).isEqualTo(200);
        assertThat(problems(http.post("/orders", order.formatted("1E+999999999"))))
                .isEqualTo("body /lines/0/price must have an exponent from -999 to 999\n");
        assertThat(problems(http.post("/orders", order.formatted("1E-1000"))))
                .isEqualTo("body /lines/0/price must have an exponent from -999 to 999\n");
    }

    @Test
    void other_media_types_and_unexpected_bodies_are_refused() {
        assertThat(http.post("/tree", "<a/>", "Content-Type", "application/xml").status())
                .isEqualTo(415);
        Http.Answer unexpected = http.send("GET", "/range?from=1&to=2", "{\"x\":1}");
        assertThat(problems(unexpected)).isEqualTo("body /x is unknown here; nothing is expected\n");
    }
}
