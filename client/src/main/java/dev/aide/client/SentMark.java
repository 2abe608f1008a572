package dev.aide.client;

import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;

/** Remembers whether a server may have seen an attempt: before that, sending again is safe for every method. */
final class SentMark extends EventListener {
    private volatile boolean connected;
    private volatile boolean sent;

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        connected = true;
    }

    @Override
    public void requestHeadersStart(Call call) {
        sent = true;
    }

    boolean isConnected() {
        return connected;
    }

    boolean isSent() {
        return sent;
    }
}
