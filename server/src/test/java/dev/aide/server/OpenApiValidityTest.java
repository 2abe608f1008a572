package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aide.server.answer.ErrorFormat;
import dev.aide.server.gate.Account;
import dev.aide.server.gate.Accounts;
import dev.aide.server.gate.AuthType;
import dev.aide.server.gate.Gate;
import dev.aide.server.gate.Logins;
import dev.aide.server.http.Handler;
import dev.aide.server.http.Method;
import dev.aide.server.limit.RateLimit;
import dev.aide.server.socket.Sockets;
import dev.aide.server.token.ApiKeys;
import dev.aide.server.token.Passwords;
import dev.aide.store.Database;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever portal starts, its document is valid. */
class OpenApiValidityTest {
    private static final Handler NOTHING = request -> Optional.empty();

    @TempDir
    private Path folder;

    private static final class Nobody implements Accounts {
        @Override
        public Optional<Account> find(String name) {
            return Optional.empty();
        }

        @Override
        public void passwordRehashed(String userId, String passwordHash) {}
    }

    /** A portal with these endpoints, such as {@code GET /notes}, open to everybody. */
    private static PortalBuilder serving(String... endpoints) {
        PortalBuilder builder = Portal.builder();
        for (String endpoint : endpoints) {
            String[] words = endpoint.split(" ", 2);
            new EndpointBuilder(builder, Method.valueOf(words[0]), words[1])
                    .gate(Gate.open())
                    .handle(NOTHING);
        }
        return builder;
    }

    private static JsonNode documentOf(PortalBuilder builder) {
        try (Portal portal =
                builder.port(0).docs("Notes", "1.0", Gate.open()).build().start()) {
            return new Http(portal).get("/openapi.json").json();
        }
    }

    private static List<String> withoutLines(PortalException e) {
        return e.problems().stream()
                .map(problem -> problem.replaceAll("\\.java:\\d+", ".java"))
                .toList();
    }

    private static List<String> mistakesIn(JsonNode document) {
        return new OpenAPIV3Parser().readContents(document.toString()).getMessages();
    }

    @Test
    void paths_that_differ_in_punctuation_alone_have_operations_of_different_ids() {
        JsonNode document =
                documentOf(serving("GET /a-b", "GET /a_b", "GET /a/b", "GET /a-b/2", "GET /a/b/2", "POST /a-b"));

        assertThat(mistakesIn(document)).isEmpty();
        assertThat(document.findValuesAsText("operationId"))
                .containsExactly(
                        "get_a_b",
                        "post_a_b",
                        "get_a_b_2",
                        "get_a_b_3",
                        "get_a_b_2_2",
                        "get_a_b_2_3",
                        "get_health_live",
                        "get_health_ready");
    }

    @Test
    void a_path_whose_methods_name_its_variables_differently_is_refused_with_all_that_do() {
        PortalBuilder builder = serving("GET /notes/{id}", "PUT /notes/{noteId}", "DELETE /notes/{note}");

        assertThatThrownBy(builder::build)
                .isInstanceOfSatisfying(
                        PortalException.class,
                        e -> assertThat(withoutLines(e))
                                .containsExactly(
                                        "PUT /notes/{noteId} (OpenApiValidityTest.java): names the variables of its path otherwise than"
                                                + " GET /notes/{id} (OpenApiValidityTest.java); give both the same names",
                                        "DELETE /notes/{note} (OpenApiValidityTest.java): names the variables of its path otherwise than"
                                                + " GET /notes/{id} (OpenApiValidityTest.java); give both the same names"));
    }

    @Test
    void one_method_at_one_place_is_there_twice_whatever_its_variable_is_called() {
        PortalBuilder builder = serving("GET /notes/{id}", "GET /notes/{noteId}");

        assertThatThrownBy(builder::build)
                .isInstanceOfSatisfying(
                        PortalException.class,
                        e -> assertThat(withoutLines(e))
                                .containsExactly(
                                        "GET /notes/{noteId} (OpenApiValidityTest.java): is there twice: also as GET /notes/{id} (OpenApiValidityTest.java)"));
    }

    @Test
    void a_variable_may_have_another_name_on_a_longer_path() {
        JsonNode document = documentOf(serving("GET /notes/{id}", "PUT /notes/{id}", "GET /notes/{noteId}/replies"));

        assertThat(mistakesIn(document)).isEmpty();
        assertThat(document.path("paths").path("/notes/{id}").fieldNames())
                .toIterable()
                .containsExactly("get", "put");
    }

    @Test
    void a_document_whose_errors_are_problem_json_is_valid_and_says_so() {
        JsonNode document = documentOf(Portal.builder()
                .errors(ErrorFormat.PROBLEM)
                .get("/known")
                .gate(Gate.own(request -> Optional.empty()))
                .handle(NOTHING));

        assertThat(mistakesIn(document)).isEmpty();
        assertThat(document.at("/paths/~1known/get/responses/401/content").fieldNames())
                .toIterable()
                .containsExactly("application/problem+json");
    }

    @Test
    void the_document_of_a_portal_with_sockets_and_every_kind_of_gate_is_valid() {
        try (Database database = Database.open("jdbc:sqlite:" + folder.resolve("security.db"))) {
            PortalBuilder builder = Portal.builder()
                    .tokens(TestTokens.in(database))
                    .apiKeys(ApiKeys.open(database))
                    .logins(new Logins(new Nobody(), Passwords.argon2id(1024, 1)))
                    .metrics(Gate.basic().roles("admin"))
                    .admin(Admin.behind(Gate.basic().roles("admin")))
                    .sockets(Sockets.builder()
                            .json("/ws")
                            .namespace(
                                    "/",
                                    chat -> chat.connect(Gate.bearer()).on("say", Gate.bearer(), message -> "heard"))
                            .build());
            JsonNode document = documentOf(builder.get("/bearer")
                    .gate(Gate.bearer().scopes("notes:read").anyScope("a", "b").roles("admin"))
                    .handle(NOTHING)
                    .get("/key/{owner}")
                    .gate(Gate.apiKey().owner(request -> true).limit(RateLimit.perUser(9, Duration.ofMinutes(1))))
                    .handle(NOTHING)
                    .get("/basic")
                    .gate(Gate.basic())
                    .handle(NOTHING)
                    .get("/any")
                    .gate(Gate.anyOf(AuthType.BEARER, AuthType.API_KEY, AuthType.BASIC))
                    .handle(NOTHING)
                    .get("/own")
                    .gate(Gate.own(request -> Optional.empty()))
                    .handle(NOTHING)
                    .get("/own-header")
                    .gate(Gate.own("X-Signature", request -> Optional.empty()))
                    .handle(NOTHING));

            assertThat(mistakesIn(document)).isEmpty();
            assertThat(document.at("/paths/~1any/get/security").toString())
                    .isEqualTo("[{\"bearer\":[]},{\"apiKey\":[]},{\"basic\":[]}]");
            assertThat(document.at("/components/securitySchemes").fieldNames())
                    .toIterable()
                    .containsExactly("bearer", "apiKey", "basic", "own", "X-Signature");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X Signature", "X-Signature:", "Ünterschrift"})
    void a_header_that_no_document_could_name_is_refused(String header) {
        assertThatThrownBy(() -> Gate.own(header, request -> Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + header + "' is no name of a header: write it in letters, digits and -._");
    }
}
