package dev.aide.client;

/** How much a server may make this client do. */
record Limits(long maxResponseBytes, int maxRedirects, boolean publicAddressesOnly, int maxConcurrentCalls) {}
