package dev.aide.server.admin;

import java.util.List;

/**
 * Asks for dead jobs to be tried again. Immutable.
 *
 * @param queue the queue's name
 * @param jobs their numbers
 */
public record Requeue(String queue, List<Long> jobs) {}
