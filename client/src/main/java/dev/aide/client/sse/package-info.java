/**
 * Server-sent events (WHATWG HTML, section 9.2). Programs name {@link dev.aide.client.sse.ServerSentEvent}; the rest is for
 * the client.
 */
package dev.aide.client.sse;
