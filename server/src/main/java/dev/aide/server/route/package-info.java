/** Which endpoint a method and path lead to. */
package dev.aide.server.route;
