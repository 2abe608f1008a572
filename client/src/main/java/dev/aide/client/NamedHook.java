package dev.aide.client;

/** A hook and what it is called in messages. */
record NamedHook<H>(String name, H hook) {}
