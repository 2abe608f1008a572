/** Rate limits, and from which network a request came: {@link dev.aide.server.limit.RateLimit}. */
package dev.aide.server.limit;
