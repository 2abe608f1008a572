package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * When requests were granted, as far as a client can know: at some moment between asking and hearing. So what it finds is
 * never a mistake of the clock or of a slow machine.
 */
public final class Grants {
    private final Queue<Span> spans = new ConcurrentLinkedQueue<>();

    /** A request that was asked at one moment, and had been granted at another one; of {@link System#nanoTime}. */
    public void add(long asked, long heard) {
        spans.add(new Span(asked, heard));
    }

    /** How many there are. */
    public int size() {
        return spans.size();
    }

    /** How many were asked for between two moments of {@link System#nanoTime}. */
    public int askedBetween(long from, long to) {
        return (int) spans.stream()
                .filter(span -> span.asked() - from >= 0 && to - span.asked() > 0)
                .count();
    }

    /** How many were asked for before a moment of {@link System#nanoTime}. */
    public int askedBefore(long moment) {
        return (int) spans.stream().filter(span -> moment - span.asked() > 0).count();
    }

    /** Adds those of others. */
    public void addAll(Grants others) {
        spans.addAll(others.spans);
    }

    /** No span of time as long as the window has more grants that were surely within it than the limit. */
    public void assertNeverMoreThan(int limit, Duration window) {
        List<Span> byAsked = new ArrayList<>(spans);
        byAsked.sort(Comparator.comparingLong(Span::asked).reversed());
        PriorityQueue<Long> heard = new PriorityQueue<>(Comparator.reverseOrder());
        int most = 0;
        for (Span span : byAsked) {
            heard.add(span.heard());
            while (!heard.isEmpty() && heard.peek() - span.asked() >= window.toNanos()) {
                heard.remove();
            }
            most = Math.max(most, heard.size());
        }
        assertThat(most).as("grants within one window").isBetween(1, limit);
    }

    private record Span(long asked, long heard) {}
}
