/**
 * When to try again and when to leave a host alone. Programs name {@link dev.aide.client.retry.Backoff},
 * {@link dev.aide.client.retry.CircuitBreaking} and {@link dev.aide.client.retry.BreakerState}; the rest is for the client.
 */
package dev.aide.client.retry;
