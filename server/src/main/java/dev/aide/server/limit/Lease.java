package dev.aide.server.limit;

import java.time.Duration;

/**
 * Places that the database has counted for this node. Immutable.
 *
 * @param places how many; none if the limit is reached
 * @param remaining how many more there are
 * @param slice in which slice of time they are counted
 * @param length how long that slice lasts from the moment in which they were counted
 * @param reset until the oldest place that is counted is free again
 */
record Lease(int places, int remaining, long slice, Duration length, Duration reset) {}
