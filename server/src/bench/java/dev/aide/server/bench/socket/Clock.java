package dev.aide.server.bench.socket;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;

/** A client that notes how old each event is when it comes, by the moment of sending in it. Safe for many threads. */
final class Clock implements WebSocket.Listener, AutoCloseable {
    private static final String EVENT = "42[\"sent\",\"";

    private final CountDownLatch isConnected = new CountDownLatch(1);
    private final long[] micros = new long[100_000];
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;
    private int count;

    Clock(String url) throws InterruptedException {
        URI target = URI.create(url.replace("http:", "ws:") + "/socket.io/?EIO=4&transport=websocket");
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(target, this)
                .join();
        socket.sendText("40", true).join();
        isConnected.await();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        long now = System.nanoTime();
        part.append(data);
        if (last) {
            heard(part.toString(), now, from);
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void heard(String text, long now, WebSocket from) {
        if (text.startsWith(EVENT)) {
            note(now - Long.parseLong(text.substring(EVENT.length(), text.length() - 2)));
        } else if (text.startsWith("40")) {
            isConnected.countDown();
        } else if (text.equals("2")) {
            var unused = from.sendText("3", true);
        }
    }

    private synchronized void note(long nanos) {
        micros[count++] = nanos / 1_000;
        notifyAll();
    }

    synchronized void reset() {
        count = 0;
    }

    synchronized void await(int events) throws InterruptedException {
        while (count < events) {
            wait();
        }
    }

    /** How old the first events since the reset were, in microseconds. */
    synchronized long[] micros(int events) {
        return Arrays.copyOf(micros, events);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
