package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aide.server.gate.Gate;
import dev.aide.server.token.FernetKeys;
import dev.aide.server.token.IdentityMask;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {
    private static final FernetKeys KEYS = FernetKeys.of(FernetKeys.newKey());
    private static final IdentityMask MASK = new IdentityMask(KEYS, "user", Duration.ofHours(1));

    private static Portal portal;
    private static Http http;

    record Transfer(long userId, List<Part> parts) {}

    record Part(long userId, String note) {}

    record ById(long userId) {}

    @BeforeAll
    static void start() {
        Gate gate = Gate.open().payloadAuthTokenKey("userId", MASK);
        portal = Portal.builder()
                .port(0)
                .get("/users")
                .gate(gate)
                .handle(request -> Map.of("status", true, "data", List.of(Map.of("userId", 7), Map.of("userId", 8))))
                .get("/users/{userId}")
                .gate(gate)
                .handle(ById.class, (by, request) -> Map.of("seen", by.userId(), "userId", by.userId()))
                .get("/search")
                .gate(gate)
                .handle(ById.class, (by, request) -> Map.of("seen", by.userId()))
                .post("/transfers")
                .gate(gate)
                .handle(
                        Transfer.class,
                        (transfer, request) -> Map.of(
                                "seen",
                                transfer.userId() + " "
                                        + transfer.parts().get(0).userId(),
                                "echo",
                                transfer))
                .post("/form")
                .gate(gate)
                .handle(ById.class, (by, request) -> Map.of("seen", by.userId()))
                .get("/stream")
                .gate(gate)
                .handle(request -> Stream.of(new ById(7), new ById(8)))
                .get("/texts")
                .gate(gate)
                .handle(request -> Map.of("userId", "ada", "friends", Map.of("userId", List.of("bob", "eve"))))
                .build()
                .start();
        http = new Http(portal);
    }

    @AfterAll
    static void stop() {
        portal.stop();
    }

    @Test
    void ids_go_out_masked_at_any_depth_and_come_back_unmasked() {
        JsonNode users = http.get("/users").json().path("data");
        String seven = users.get(0).path("userId").textValue();
        String eight = users.get(1).path("userId").textValue();

        assertThat(users.toString()).doesNotContain(":7").doesNotContain(":8");
        assertThat(http.get("/users/" + seven).json().path("seen").asInt()).isEqualTo(7);
        assertThat(http.get("/users/" + seven).json().path("userId").isTextual())
                .isTrue();
        assertThat(http.get("/search?userId=" + eight).json().path("seen").asInt())
                .isEqualTo(8);
        assertThat(http.post("/form", "userId=" + eight, "Content-Type", "application/x-www-form-urlencoded")
                        .json()
                        .path("seen")
                        .asInt())
                .isEqualTo(8);
        JsonNode transfer = http.post(
                        "/transfers",
                        "{\"userId\":\"" + seven + "\",\"parts\":[{\"userId\":\"" + eight + "\",\"note\":\"n\"}]}")
                .json();
        assertThat(transfer.path("seen").asText()).isEqualTo("7 8");
        assertThat(MASK.unmask(transfer.at("/echo/parts/0/userId").asText())).isEqualTo("8");
    }

    @Test
    void streams_lists_and_texts_are_masked_too() {
        JsonNode stream = http.get("/stream").json();
        JsonNode texts = http.get("/texts").json();

        assertThat(MASK.unmask(stream.get(1).path("userId").textValue())).isEqualTo("8");
        assertThat(MASK.unmask(texts.path("userId").textValue())).isEqualTo("\"ada\"");
        assertThat(MASK.unmask(texts.at("/friends/userId/1").textValue())).isEqualTo("\"eve\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "gAAAAA", "null"})
    void a_raw_or_forged_id_gives_401(String id) {
        assertThat(http.get("/users/" + id).status()).isEqualTo(401);
        assertThat(http.post("/transfers", "{\"userId\":" + (id.equals("7") ? 7 : "\"" + id + "\"") + ",\"parts\":[]}")
                        .message())
                .isEqualTo("'userId' is not an id that was given out here");
    }

    @Test
    void a_mask_for_another_purpose_gives_401() {
        String foreign = new IdentityMask(KEYS, "note", Duration.ofHours(1)).mask("7");

        assertThat(http.get("/users/" + foreign).status()).isEqualTo(401);
    }
}
