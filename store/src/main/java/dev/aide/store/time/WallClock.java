package dev.aide.store.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;

/**
 * What clocks on the wall show in a time zone: turns naive times, which have no zone, into moments and back.
 *
 * <pre>{@code
 * Instant moment = WallClock.in(Zone.EUROPE_BERLIN).toInstant(LocalDateTime.parse("2026-11-23T09:00"));
 * }</pre>
 *
 * <p>A time that the clocks skip or repeat names no moment, or two, and is refused unless {@link #whenChanged} says what
 * it means. Immutable.
 */
public final class WallClock {
    private final ZoneId zone;
    private final ClockChange change;

    private WallClock(ZoneId zone, ClockChange change) {
        this.zone = zone;
        this.change = change;
    }

    /** The clock of UTC, which never changes: for times that are known to be meant in it. */
    public static WallClock utc() {
        return in(ZoneOffset.UTC);
    }

    /** The clocks of a zone. */
    public static WallClock in(Zone zone) {
        return in(zone.toZoneId());
    }

    /** The clocks of any zone or offset. */
    public static WallClock in(ZoneId zone) {
        return new WallClock(zone, ClockChange.REFUSE);
    }

    /** The same clocks, with a meaning for times that are skipped or come twice. */
    public WallClock whenChanged(ClockChange change) {
        return new WallClock(zone, change);
    }

    /**
     * The moment at which the clocks show this.
     *
     * @throws DateTimeException if they skip it or show it twice, and no meaning was chosen for that
     */
    public Instant toInstant(LocalDateTime local) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.size() == 1) {
            return local.toInstant(offsets.get(0));
        }
        if (change == ClockChange.REFUSE) {
            throw new DateTimeException("the clocks of " + zone + (offsets.isEmpty() ? " skip " : " show ") + local
                    + (offsets.isEmpty() ? "" : " twice") + ": say which moment is meant with"
                    + " whenChanged(ClockChange.EARLIER) or LATER");
        }
        ZoneOffsetTransition transition = zone.getRules().getTransition(local);
        Instant before = local.toInstant(transition.getOffsetBefore());
        Instant after = local.toInstant(transition.getOffsetAfter());
        return before.isBefore(after) == (change == ClockChange.EARLIER) ? before : after;
    }

    /** The first moment of a day, which is not always midnight. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** What the clocks show at a moment: a naive time, without a zone. */
    public LocalDateTime toLocal(Instant moment) {
        return LocalDateTime.ofInstant(moment, zone);
    }

    /** The moment with the zone, an aware time. */
    public ZonedDateTime toZoned(Instant moment) {
        return moment.atZone(zone);
    }

    /**
     * The moment of an ISO text. One with a zone or offset ({@code 2026-11-23T09:00+01:00}) names it by itself, one
     * without ({@code 2026-11-23T09:00}) is what the clocks show.
     *
     * @throws DateTimeParseException if it is no ISO date and time
     * @throws DateTimeException as {@link #toInstant} does
     */
    public Instant parse(String text) {
        TemporalAccessor parsed =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text, ZonedDateTime::from, LocalDateTime::from);
        return parsed instanceof ZonedDateTime aware ? aware.toInstant() : toInstant((LocalDateTime) parsed);
    }

    /** Names the zone. */
    @Override
    public String toString() {
        return "the clocks of " + zone;
    }
}
