package dev.aide.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A cable to a server on this machine, which can be cut and mended. */
final class Cable implements AutoCloseable {
    private final ServerSocket end;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean isCut;

    Cable(int target) {
        this.target = target;
        try {
            end = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        begin(this::accept);
    }

    int port() {
        return end.getLocalPort();
    }

    /** Breaks all connections; new ones break at once. */
    void cut() {
        isCut = true;
        open.forEach(Cable::close);
    }

    void mend() {
        isCut = false;
    }

    private void accept() {
        while (!end.isClosed()) {
            try {
                Socket near = end.accept();
                open.add(near);
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(far);
                begin(() -> copy(near, far));
                begin(() -> copy(far, near));
                if (isCut) {
                    cut();
                }
            } catch (IOException e) {
                // closed, or refused by the server: whoever connected sees it
            }
        }
    }

    private void copy(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException e) {
            // it was cut
        } finally {
            open.remove(from);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void begin(Runnable work) {
        Thread thread = new Thread(work, "cable");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        cut();
        try {
            end.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
