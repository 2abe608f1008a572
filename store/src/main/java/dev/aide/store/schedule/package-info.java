/** Work at its time: once, every so often, by cron; in memory, or once across all processes on a database. */
package dev.aide.store.schedule;
