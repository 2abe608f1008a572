/** A database with a small API: SQLite that waits its turn, or PostgreSQL by a change of URL. */
package dev.aide.store;
