/** What is kept for users until they have it: in memory, or in a database. */
package dev.aide.server.socket.mailbox;
