/** Writes that do not wait for the disk one by one. */
package dev.aide.store.buffer;
