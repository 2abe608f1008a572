package dev.aide.store.time;

/**
 * What a time of day means on the day on which the clocks change, when they skip it or show it twice. By the offset before
 * the change it is one moment, and by the offset after it another. Immutable.
 */
public enum ClockChange {
    /** It is refused. */
    REFUSE,
    /** The earlier of the two moments: of a time that comes twice, the first. */
    EARLIER,
    /** The later of the two moments: of a time that comes twice, the second. */
    LATER
}
