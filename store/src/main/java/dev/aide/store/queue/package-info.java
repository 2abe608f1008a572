/** A queue that loses nothing, and workers for it. */
package dev.aide.store.queue;
