/** Times with a zone and times without one, and the way from each to the other. */
package dev.aide.store.time;
