package dev.aide.server;

import java.util.ArrayDeque;
import java.util.Queue;

/** A client on one WebSocket: asks, and hears events. For one thread. */
final class SocketUser implements AutoCloseable {
    private final RawSocket raw;
    private final Queue<String> events = new ArrayDeque<>();
    private int asked;

    private SocketUser(RawSocket raw) {
        this.raw = raw;
    }

    /** Connects with an access token. */
    static SocketUser connect(String url, String token) throws InterruptedException {
        RawSocket raw = RawSocket.open(url, "/socket.io/?EIO=4&transport=websocket");
        raw.next();
        String greeting = raw.send("40{\"token\":\"" + token + "\"}").next();
        if (!greeting.startsWith("40")) {
            throw new IllegalStateException(greeting);
        }
        SocketUser user = new SocketUser(raw);
        // answered when the socket is there for others
        user.ask("count");
        return user;
    }

    /** What is acknowledged, without the brackets. */
    String ask(String event, String... texts) throws InterruptedException {
        String start = "43" + ++asked + "[";
        String values = texts.length == 0 ? "" : ",\"" + String.join("\",\"", texts) + "\"";
        raw.send("42" + asked + "[\"" + event + "\"" + values + "]");
        String frame = next();
        while (!frame.startsWith(start)) {
            events.add(frame);
            frame = next();
        }
        return frame.substring(start.length(), frame.length() - 1);
    }

    /** The next event, acknowledged if that is wanted, without its acknowledgement's number. */
    String event() throws InterruptedException {
        String frame = events.isEmpty() ? next() : events.remove();
        String number = frame.substring(2, frame.indexOf('['));
        if (!number.isEmpty()) {
            raw.send("43" + number + "[]");
        }
        return frame.substring(frame.indexOf('['));
    }

    private String next() throws InterruptedException {
        String frame = raw.next();
        while (frame.equals("2")) {
            raw.send("3");
            frame = raw.next();
        }
        return frame;
    }

    int closeCode() throws Exception {
        return raw.closeCode();
    }

    @Override
    public void close() {
        raw.close();
    }
}
