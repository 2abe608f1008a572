package dev.aide.server;

/**
 * A class with {@link Endpoint} methods that {@link PortalBuilder#discover} finds: listed in {@code
 * META-INF/services/dev.aide.server.Endpoints}, with a constructor without parameters.
 */
public interface Endpoints {}
