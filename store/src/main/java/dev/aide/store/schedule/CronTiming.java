package dev.aide.store.schedule;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.field.CronFieldName;
import com.cronutils.model.field.expression.Always;
import com.cronutils.model.field.expression.FieldExpression;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/** A cron expression in a time zone. Immutable. */
final class CronTiming implements Timing {
    private final String expression;
    private final ZoneId zone;
    private final ExecutionTime times;
    private final boolean atFixedHours;

    private CronTiming(Cron cron, ZoneId zone) {
        this.expression = cron.asString();
        this.zone = zone;
        this.times = ExecutionTime.forCron(cron);
        FieldExpression hour =
                cron.retrieveFieldsAsMap().get(CronFieldName.HOUR).getExpression();
        this.atFixedHours = !(hour instanceof Always || hour instanceof com.cronutils.model.field.expression.Every);
    }

    static CronTiming parse(String expression, ZoneId zone) {
        CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
        return new CronTiming(parser.parse(expression), zone);
    }

    @Override
    public String kind() {
        return "cron";
    }

    @Override
    public Instant first(Instant now) {
        return next(now).orElse(null);
    }

    @Override
    public Optional<Instant> next(Instant after) {
        Optional<Instant> skipped = atFixedHours ? nextIfSkipped(after) : Optional.empty();
        return skipped.isPresent()
                ? skipped
                : times.nextExecution(after.atZone(zone)).map(ZonedDateTime::toInstant);
    }

    // cron-utils leaves a day out when its time of day falls into the hour that the clocks skip
    private Optional<Instant> nextIfSkipped(Instant after) {
        LocalDateTime local = LocalDateTime.ofInstant(after, zone);
        return times.nextExecution(local.atZone(ZoneOffset.UTC))
                .map(next -> zone.getRules().getTransition(next.toLocalDateTime()))
                .filter(ZoneOffsetTransition::isGap)
                .map(ZoneOffsetTransition::getInstant)
                .filter(change -> change.isAfter(after));
    }

    // this text tells whether a stored schedule has changed
    @Override
    public String toString() {
        return "cron[" + expression + " " + zone + "]";
    }
}
