/** Counters for those who run a portal. */
package dev.aide.server.watch;
