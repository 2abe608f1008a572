package dev.aide.server.agent;

import java.time.Instant;
import javax.management.openmbean.CompositeData;

/**
 * Something that aide found, as it stands. Immutable.
 *
 * @param id what reports and refused requests call it
 * @param rule the rule that was broken
 * @param level {@code warn} or {@code enforce}
 * @param method the method, in words
 * @param description what is wrong, in words
 * @param count how often it happened; 0 if it needs no call
 * @param last when it happened last
 */
public record FindingState(
        String id, String rule, String level, String method, String description, long count, Instant last) {

    static FindingState of(CompositeData data) {
        return new FindingState(
                (String) data.get("id"),
                (String) data.get("rule"),
                (String) data.get("level"),
                (String) data.get("method"),
                (String) data.get("description"),
                (Long) data.get("count"),
                Instant.ofEpochMilli((Long) data.get("lastMillis")));
    }
}
