package dev.aide.client;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real HTTP server on loopback that remembers what it saw. */
abstract class TestServer implements AutoCloseable {
    // enough for a test, little enough for a benchmark
    private static final int REMEMBERED = 1_000;

    private final Responder responder;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();

    TestServer(Responder responder) {
        this.responder = responder;
    }

    abstract int port();

    @Override
    public abstract void close();

    Reply answer(Seen request) throws Exception {
        if (seen.size() < REMEMBERED) {
            seen.add(request);
        }
        return responder.answer(request);
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    List<Seen> seen() {
        return seen;
    }

    Seen only() {
        if (seen.size() != 1) {
            throw new AssertionError("one request expected, there were " + seen);
        }
        return seen.get(0);
    }
}
