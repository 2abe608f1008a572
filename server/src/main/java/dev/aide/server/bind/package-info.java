/**
 * Values by name from path, query and body: each type has a shape, which checks what came and describes what may come.
 */
package dev.aide.server.bind;
