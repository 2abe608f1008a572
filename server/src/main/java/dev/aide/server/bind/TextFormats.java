package dev.aide.server.bind;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The Java types that are text of a format in JSON. Formats are those of JSON Schema 2020-12 and of OpenAPI's registry;
 * {@code date-time-zoned} and {@code time-zone} are in neither.
 */
final class TextFormats {
    private static final Map<Class<?>, TextShape> SHAPES = Map.ofEntries(
            entry(CharSequence.class, TextShape.ANY),
            entry(String.class, TextShape.ANY),
            entry(byte[].class, "byte", "Base64", Base64.getDecoder()::decode),
            entry(UUID.class, "uuid", "a UUID such as 123e4567-e89b-12d3-a456-426614174000", TextFormats::uuid),
            entry(URI.class, "uri-reference", "a URI", URI::create),
            entry(Instant.class, "date-time", "a moment such as 2026-11-23T08:30:00Z", Instant::parse),
            entry(
                    OffsetDateTime.class,
                    "date-time",
                    "a moment such as 2026-11-23T08:30:00+01:00",
                    OffsetDateTime::parse),
            entry(
                    ZonedDateTime.class,
                    "date-time-zoned",
                    "a moment such as 2026-11-23T08:30:00+01:00[Europe/Paris]",
                    text -> ZonedDateTime.parse(text)),
            entry(
                    LocalDateTime.class,
                    "date-time-local",
                    "a date and time such as 2026-11-23T08:30:00",
                    LocalDateTime::parse),
            entry(LocalDate.class, "date", "a date such as 2026-11-23", LocalDate::parse),
            entry(LocalTime.class, "time-local", "a time of day such as 08:30:00", LocalTime::parse),
            entry(Duration.class, "duration", "a duration such as PT1H30M", Duration::parse),
            entry(Period.class, "duration", "a period such as P1Y2M", Period::parse),
            entry(ZoneId.class, "time-zone", "a time zone such as Europe/Paris", ZoneId::of));

    private TextFormats() {}

    static Optional<Shape> shapeOf(Class<?> type) {
        return Optional.ofNullable(SHAPES.get(type));
    }

    private static Map.Entry<Class<?>, TextShape> entry(Class<?> type, TextShape shape) {
        return Map.entry(type, shape);
    }

    private static Map.Entry<Class<?>, TextShape> entry(
            Class<?> type, String format, String words, Function<String, ?> parser) {
        return Map.entry(type, new TextShape(format, words, parser));
    }

    private static UUID uuid(String text) {
        UUID uuid = UUID.fromString(text);
        // the JDK also takes 1-1-1-1-1
        if (!uuid.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("not the whole of a UUID");
        }
        return uuid;
    }
}
