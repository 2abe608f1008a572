package dev.aide.store.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ZoneTest {

    @ParameterizedTest
    @EnumSource(Zone.class)
    void each_is_a_zone_of_java_and_named_like_it(Zone zone) {
        assertThat(zone.toZoneId().getId()).isEqualTo(zone.id());
        assertThat(zone.name()).isEqualTo(zone.id().toUpperCase(Locale.ROOT).replaceAll("\\W", "_"));
    }

    @Test
    void a_zone_is_found_by_its_id() {
        assertThat(Zone.ofId("Europe/Berlin")).contains(Zone.EUROPE_BERLIN);
        assertThat(Zone.ofId("Mars/Olympus")).isEmpty();
        assertThat(Zone.UTC.toZoneId().normalized()).isEqualTo(ZoneOffset.UTC);
    }
}
