/** Several portals on one PostgreSQL as one: who is alive, who is where, and what each tells the others. */
package dev.aide.server.socket.cluster;
