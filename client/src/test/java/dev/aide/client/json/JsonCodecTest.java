package dev.aide.client.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonCodecTest {
    private final JsonCodec codec = JsonCodec.standard();

    private String written(Object value) {
        return new String(codec.write(value), UTF_8);
    }

    @Test
    void numbers_that_json_cannot_hold_are_nulls() {
        assertThat(written(Arrays.asList(1.5, Double.NaN, Float.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)))
                .isEqualTo("[1.5,null,null,null]");
        assertThat(written(Map.of("x", Double.NaN))).isEqualTo("{}");
        assertThat(new String(codec.withNulls(true).write(Map.of("x", Double.NaN)), UTF_8))
                .isEqualTo("{\"x\":null}");
        assertThat(written(Double.NaN)).isEqualTo("null");
    }

    @Test
    @SuppressWarnings("JavaUtilDate") // old programs have such dates in what they send
    void dates_are_iso_8601() {
        Map<String, Object> dates = new LinkedHashMap<>();
        dates.put("instant", Instant.parse("2026-11-23T01:02:03Z"));
        dates.put("local", LocalDateTime.of(2026, 11, 23, 1, 2, 3));
        dates.put("offset", OffsetDateTime.parse("2026-11-23T01:02:03+02:00"));
        dates.put("old", new Date(0));
        dates.put("span", Duration.ofMinutes(90));
        assertThat(written(dates))
                .isEqualTo("{\"instant\":\"2026-11-23T01:02:03Z\",\"local\":\"2026-11-23T01:02:03\","
                        + "\"offset\":\"2026-11-23T01:02:03+02:00\",\"old\":\"1970-01-01T00:00:00.000+00:00\","
                        + "\"span\":\"PT1H30M\"}");
    }

    @Test
    void decimals_keep_their_scale() {
        assertThat(written(new BigDecimal("1.10"))).isEqualTo("1.10");
        assertThat(written(new BigDecimal("12345678901234567890.123456789")))
                .isEqualTo("12345678901234567890.123456789");
    }

    @Test
    void elements_that_are_null_are_kept_and_fields_that_are_null_dropped_at_every_depth() {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("a", null);
        inner.put("b", Optional.empty());
        inner.put("c", 1);
        assertThat(written(Map.of("list", Arrays.asList(null, inner)))).isEqualTo("{\"list\":[null,{\"c\":1}]}");
    }

    @Test
    void what_was_given_is_not_changed() {
        JsonNode tree = JsonNodeFactory.instance.objectNode().putNull("a");
        assertThat(written(tree)).isEqualTo("{}");
        assertThat(tree).hasToString("{\"a\":null}");
    }

    @Test
    void reads_generic_types_and_ignores_unknown_fields() throws Exception {
        record Point(int x, int y) {}
        byte[] json = "[{\"x\":1,\"y\":2,\"z\":3}]".getBytes(UTF_8);
        assertThat(codec.read(json, new TypeReference<List<Point>>() {})).containsExactly(new Point(1, 2));
    }

    @Test
    void a_million_brackets_do_not_overflow_the_stack() {
        byte[] deep = "[".repeat(1_000_000).getBytes(UTF_8);
        assertThatThrownBy(() -> codec.read(deep, Object.class)).isInstanceOf(JsonProcessingException.class);
    }
}
