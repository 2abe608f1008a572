package dev.aide.server.limit;

/** Whose requests a limit counts together. */
public enum LimitBy {
    /** A user's; those of callers whom nobody knows by their network. */
    USER,
    /** An IPv4 address's, or an IPv6 network's (/64). Counted before anybody is authenticated. */
    IP,
    /** All of the endpoint. */
    ENDPOINT,
    /** Those with one token or API key; those without by their network. */
    KEY
}
