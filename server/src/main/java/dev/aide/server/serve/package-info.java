/** The way of a request: origin, route, gate, body, handler, answer. Knows nothing of the server beneath. */
package dev.aide.server.serve;
