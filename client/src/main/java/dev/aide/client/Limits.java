package dev.aide.client;

import dev.aide.client.net.PublicSocketFactory;

/** How much a server may make this client do; the guard is null if it may be at any address. */
record Limits(long maxResponseBytes, int maxRedirects, PublicSocketFactory guard, int maxConcurrentCalls) {}
