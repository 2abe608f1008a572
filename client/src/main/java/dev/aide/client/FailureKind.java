package dev.aide.client;

/**
 * Why a call failed, as far as a program wants to tell failures apart.
 *
 * <p>Safe for use by any thread.
 */
public enum FailureKind {
    /** The host's name could not be resolved. */
    DNS,
    /** No connection came about: refused, unreachable. Nothing was sent. */
    CONNECT,
    /** No secure connection came about: certificate, host name, pin, protocol. Nothing was sent. */
    TLS,
    /** A time limit passed: to connect, between two bytes, of an attempt, or the deadline of the call. */
    TIMEOUT,
    /** The connection broke, or what came over it was not HTTP. */
    NETWORK,
    /** The server answered with a status other than 2xx. */
    HTTP,
    /** A redirect that is not followed: too many, from https to http, to no HTTP address, or of a body that is gone. */
    REDIRECT,
    /** The body of the answer is not what was asked for. {@link Failure#body()} has it as text. */
    DECODE,
    /** The body of the answer is larger than the limit. */
    TOO_LARGE,
    /** Not sent: the circuit breaker of that host is open. */
    CIRCUIT_OPEN,
    /** Not sent again: the retry budget of that host is spent. The status and the cause are the last attempt's. */
    BUDGET,
    /** The caller cancelled, its thread was interrupted, or the client is closed. */
    CANCELLED,
    /** A hook, or the backoff of the retries, threw. The message names it. */
    HOOK,
    /** The token supplier threw or gave no usable token. */
    AUTH,
    /** Not connected: the name resolved to a private address, which this client refuses. */
    PRIVATE_ADDRESS,
    /** A file or stream on this side could not be read or written. */
    FILE,
    /** A defect in this library, or in a class that it was given, reported with its cause. */
    UNEXPECTED
}
