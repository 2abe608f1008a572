/** The one package that knows Jetty: sockets, TLS, HTTP, threads and their limits. */
package dev.aide.server.jetty;
