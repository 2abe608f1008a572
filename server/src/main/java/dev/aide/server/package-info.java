/** A portal for HTTP that is open to the internet on its first day: start at {@link dev.aide.server.Portal}. */
package dev.aide.server;
