package dev.aide.client;

import java.time.Duration;

/** How long a call may take, and its parts. */
record Timeouts(Duration connect, Duration read, Duration attempt, Duration deadline) {
    static final Duration NEVER = Duration.ofDays(36_500);
    static final Duration SILENCE = Duration.ofMinutes(5);
}
