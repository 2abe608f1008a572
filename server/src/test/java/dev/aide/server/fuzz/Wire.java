package dev.aide.server.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.net.SocketFactory;

/** Sends bytes, each time on a connection of its own, and reads until the other side closes it. For many threads. */
final class Wire implements Transport {
    /** What takes longer hangs. Long, since a test may have to wait for its machine. */
    private static final int MOST_MILLIS = 120_000;

    private final int port;
    private final SocketFactory sockets;

    Wire(int port, SocketFactory sockets) {
        this.port = port;
        this.sockets = sockets;
    }

    @Override
    public Optional<Reply> fire(Shot shot) {
        return Optional.of(send(shot.bytes()));
    }

    Reply send(byte[] bytes) {
        try (Socket socket = connect()) {
            write(bytes, socket);
            return read(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection on which nothing was sent yet. */
    Socket connect() throws IOException {
        Socket socket = sockets.createSocket("localhost", port);
        socket.setSoTimeout(MOST_MILLIS);
        return socket;
    }

    private static void write(byte[] bytes, Socket socket) {
        try {
            socket.getOutputStream().write(bytes);
            // nothing more comes: what waits for the rest of an unfinished request need not wait for a time limit
            socket.shutdownOutput();
        } catch (IOException e) {
            // refused before all of it was sent; the answer may be there all the same
        }
    }

    /** All that comes until the connection is closed or reset. */
    static Reply read(Socket socket) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            InputStream in = socket.getInputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                text.write(buffer, 0, count);
            }
        } catch (SocketTimeoutException e) {
            return new Reply(text.toString(StandardCharsets.ISO_8859_1), false);
        } catch (IOException e) {
            // a reset; what came before it counts
        }
        return new Reply(text.toString(StandardCharsets.ISO_8859_1), true);
    }
}
