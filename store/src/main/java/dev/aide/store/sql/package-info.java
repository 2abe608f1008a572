/** What differs between SQLite and PostgreSQL, and the SQL text that both share. */
package dev.aide.store.sql;
