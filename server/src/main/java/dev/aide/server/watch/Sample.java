package dev.aide.server.watch;

import java.util.Map;

/**
 * Numbers to watch beside those of requests. Immutable.
 *
 * @param name as Prometheus is to know it
 * @param type {@code gauge} or {@code counter}
 * @param help what it counts
 * @param values by their labels, as {@code namespace="/"}; by no label if it is one number
 */
public record Sample(String name, String type, String help, Map<String, Long> values) {

    /** One that goes up and down. */
    public static Sample gauge(String name, String help, Map<String, Long> values) {
        return new Sample(name, "gauge", help, values);
    }

    /** One number that goes up and down. */
    public static Sample gauge(String name, String help, long value) {
        return gauge(name, help, Map.of("", value));
    }

    /** One number that only goes up. */
    public static Sample counter(String name, String help, long value) {
        return new Sample(name, "counter", help, Map.of("", value));
    }
}
