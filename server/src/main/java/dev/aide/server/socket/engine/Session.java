package dev.aide.server.socket.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A client's session as the server keeps it. Safe for use by many threads. */
interface Session extends Link {

    /** Takes no more messages; completes when those that were taken are handled. */
    CompletionStage<Void> drain();

    /** Completes when it has ended and nothing more is sent. */
    CompletableFuture<Void> ended();

    /** How many messages wait to be sent. */
    int queued();
}
