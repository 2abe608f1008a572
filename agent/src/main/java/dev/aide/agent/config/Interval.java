package dev.aide.agent.config;

/** How a duration is written: a number from 1 up with its unit. */
final class Interval {
    private Interval() {}

    static long parseMillis(String value, String origin) throws BadConfiguration {
        long unit = value.endsWith("s") ? 1_000 : value.endsWith("m") ? 60_000 : value.endsWith("h") ? 3_600_000 : 0;
        if (unit > 0) {
            try {
                int count = Integer.parseInt(value.substring(0, value.length() - 1));
                if (count > 0) {
                    return count * unit;
                }
            } catch (NumberFormatException e) {
                // said below, in the words for every wrong value
            }
        }
        throw new BadConfiguration(
                origin + ": '" + value + "' is not a duration; write 30s, 5m or 1h, with a number from 1 up");
    }
}
