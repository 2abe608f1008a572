package com.acme.notes.webhook;

import java.time.Instant;

/**
 * What became of an event. Immutable.
 *
 * @param title the note's title
 * @param delivered whether the other service has taken it
 * @param attempts how often it was sent until now
 * @param at when it was sent last
 */
public record Delivery(String title, boolean delivered, int attempts, Instant at) {}
