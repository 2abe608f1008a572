package dev.aide.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aide.server.Endpoint;
import dev.aide.server.bind.Query;
import dev.aide.server.bind.RequestBody;
import dev.aide.server.http.Caller;
import dev.aide.server.http.Method;
import dev.aide.server.http.Request;
import dev.aide.server.http.Response;
import dev.aide.server.http.Upload;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Endpoints that take and give all there is, and do nothing else. For many threads. */
final class FuzzedEndpoints {
    private final AtomicInteger fewRuns = new AtomicInteger();

    enum Colour {
        RED,
        GREEN,
        BLUE
    }

    record Line(String article, int quantity, BigDecimal price, Optional<Colour> colour) {}

    record Tree(String name, List<Tree> children) {}

    record Numbers(
            byte tiny,
            short small,
            int number,
            long large,
            BigInteger endless,
            float rough,
            double fine,
            BigDecimal exact,
            Optional<Integer> maybe,
            boolean isSo) {}

    record Times(
            Instant instant,
            OffsetDateTime offset,
            ZonedDateTime zoned,
            LocalDateTime local,
            LocalDate day,
            LocalTime time,
            Duration duration,
            Period period,
            ZoneId zone) {}

    @SuppressWarnings("ArrayRecordComponent")
    record Texts(
            String text,
            UUID id,
            URI link,
            byte[] bytes,
            Colour colour,
            List<String> words,
            Map<String, String> names,
            Optional<Map<String, List<Line>>> lines) {}

    /** No record: only Jackson knows what it takes. */
    static final class Bean {
        private String name = "";
        private List<Instant> moments = List.of();

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public List<Instant> getMoments() {
            return moments;
        }

        public void setMoments(List<Instant> moments) {
            this.moments = moments;
        }
    }

    /** How often the handler behind the limit ran. */
    int fewRuns() {
        return fewRuns.get();
    }

    @Endpoint(value = "/numbers/{id}", gate = "all")
    List<Object> numbers(
            long id, Optional<Byte> tiny, BigInteger endless, Optional<Double> fine, BigDecimal exact, boolean isSo) {
        return List.of(id, tiny, endless, fine, exact, isSo);
    }

    @Endpoint(value = "/texts/{name}/{id}", gate = "all")
    List<Object> texts(
            String name, UUID id, String text, List<Integer> sizes, Optional<Colour> colour, Optional<LocalDate> day) {
        return List.of(name, id, text, sizes, colour, day);
    }

    @Endpoint(value = "/orders", method = Method.POST, gate = "all")
    Map<String, Object> order(UUID id, List<Line> lines, Optional<String> note, @Query Optional<Boolean> isDry) {
        return Map.of("id", id, "lines", lines, "note", note, "isDry", isDry);
    }

    @Endpoint(value = "/orders/{id}", method = Method.DELETE, gate = "all")
    void deleteOrder(int id, Optional<String> why) {}

    @Endpoint(value = "/form", method = Method.POST, gate = "all")
    Map<String, Object> form(String name, int age, List<String> tags, Optional<Colour> colour) {
        return Map.of("name", name, "age", age, "tags", tags, "colour", colour);
    }

    @Endpoint(value = "/avatar", method = Method.PUT, gate = "all")
    Map<String, Object> avatar(String title, Upload image, Optional<Upload> thumbnail) throws IOException {
        return Map.of(
                "title", title,
                "name", image.fileName(),
                "type", image.mediaType(),
                "size", Files.size(image.file()),
                "hasThumbnail", thumbnail.isPresent());
    }

    @Endpoint(value = "/album", method = Method.POST, gate = "all")
    int album(List<Upload> images, Optional<Integer> year) {
        return images.size() + year.orElse(0);
    }

    @Endpoint(value = "/anything", method = Method.POST, gate = "all")
    JsonNode anything(JsonNode thing) {
        return thing;
    }

    @Endpoint(value = "/lines/{id}", method = Method.PUT, gate = "all")
    Line replace(long id, @RequestBody Line line) {
        return new Line(line.article() + id, line.quantity(), line.price(), line.colour());
    }

    @Endpoint(value = "/bean", method = Method.POST, gate = "all")
    Bean bean(Bean bean) {
        return bean;
    }

    @Endpoint(value = "/later/{text}", gate = "all")
    CompletableFuture<String> later(String text, Optional<Integer> number) {
        return CompletableFuture.supplyAsync(() -> text + number);
    }

    @Endpoint(value = "/stream", gate = "all")
    Stream<Line> stream(byte count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Line("article " + i, i, BigDecimal.TEN, Optional.of(Colour.RED)));
    }

    @Endpoint(value = "/who", gate = "all")
    Map<String, Object> who(Caller caller, Request request) {
        return Map.of("isAnonymous", caller.isAnonymous(), "path", request.path());
    }

    @Endpoint(value = "/page", gate = "all")
    Response page() {
        return Response.html("<p>page</p>").header("X-Kind", "page");
    }

    @Endpoint(value = "/mine", method = Method.POST, gate = "reader")
    String mine(Caller caller, String text) {
        return caller.id() + text;
    }

    @Endpoint(value = "/robot", method = Method.PATCH, gate = "robot")
    String robot(Caller caller, Optional<Tree> tree) {
        return caller.id() + tree;
    }

    @Endpoint(value = "/person", gate = "person")
    String person(Caller caller) {
        return caller.id();
    }

    @Endpoint(value = "/ticket/{number}", gate = "ticket")
    String ticket(Caller caller, int number) {
        return caller.id() + number;
    }

    @Endpoint(value = "/few", gate = "few")
    int few(Optional<Integer> number) {
        return fewRuns.incrementAndGet() + number.orElse(0);
    }

    @Endpoint(value = "/owners/{ownerId}", gate = "masked")
    Map<String, Object> owner(int ownerId, Optional<String> text) {
        return Map.of("data", List.of(Map.of("ownerId", ownerId, "text", text)));
    }

    @Endpoint(value = "/owners", method = Method.POST, gate = "masked")
    Map<String, Object> newOwner(int ownerId, List<String> words) {
        return Map.of("ownerId", ownerId, "words", words);
    }
}
