package dev.aide.server.socket.engine;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A WebSocket of which a test reads what was sent, and by which it says when that is written. */
final class MemoryWire implements Wire {
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private CompletableFuture<Void> written = CompletableFuture.completedFuture(null);
    private volatile int closeCode;
    private WireListener listener;
    private String last = "";

    void open(Function<Wire, WireListener> door) {
        listener = door.apply(this);
    }

    void receive(String text) {
        listener.text(text);
    }

    void receive(byte[] bytes) {
        listener.binary(bytes);
    }

    void answerPing() {
        listener.pong();
    }

    void breakOff() {
        listener.closed();
    }

    /** From now on nothing is written, until the future that is returned completes. */
    CompletableFuture<Void> stall() {
        written = new CompletableFuture<>();
        return written;
    }

    /** It will break when this is written to it. */
    void breakAt(String text) {
        last = text;
    }

    List<String> sent() {
        return sent;
    }

    int closeCode() {
        return closeCode;
    }

    @Override
    public CompletableFuture<Void> send(Frame frame) {
        sent.add(frame.isText() ? frame.text() : Arrays.toString(frame.bytes()));
        if (frame.isText() && frame.text().equals(last)) {
            breakOff();
        }
        return written;
    }

    @Override
    public void ping() {
        sent.add("ping");
    }

    @Override
    public void close(int code, String reason) {
        closeCode = closeCode == 0 ? code : closeCode;
    }
}
