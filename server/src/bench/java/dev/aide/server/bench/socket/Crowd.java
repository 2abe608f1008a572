package dev.aide.server.bench.socket;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Many clients of Socket.IO by WebSocket, on one thread: they connect, answer pings, and count events. For one thread. */
final class Crowd implements AutoCloseable {
    private static final int AT_ONCE = 50;
    private static final int BUFFER = 64 * 1024;
    private static final String UPGRADE = String.join(
            "\r\n",
            "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1",
            "Host: 127.0.0.1",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "Sec-WebSocket-Version: 13",
            "",
            "");

    private final Selector selector;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private final int port;
    private int size;
    private int connected;
    private long events;

    Crowd(int port) throws IOException {
        this.port = port;
        this.selector = Selector.open();
    }

    /** Lets so many connect, some at a time, and waits until all are. */
    void connect(int number) throws IOException {
        int wanted = size + number;
        while (connected < wanted) {
            while (size < wanted && size - connected < AT_ONCE) {
                open();
            }
            select();
        }
    }

    private void open() throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.write(ByteBuffer.wrap(UPGRADE.getBytes(StandardCharsets.US_ASCII)));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, new Member());
        size++;
    }

    /** Waits until so many events have come since it was made. */
    void awaitEvents(long number) throws IOException {
        while (events < number) {
            select();
        }
    }

    /** Answers pings for so long. */
    void idle(Duration time) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            select();
        }
    }

    long events() {
        return events;
    }

    private void select() throws IOException {
        selector.select(this::read, 100);
    }

    private void read(SelectionKey key) {
        try {
            SocketChannel channel = (SocketChannel) key.channel();
            buffer.clear();
            if (channel.read(buffer) < 0) {
                throw new IllegalStateException("the server closed a socket");
            }
            ((Member) key.attachment()).read(buffer.flip(), channel);
        } catch (IOException e) {
            throw new IllegalStateException("a socket broke", e);
        }
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    /** One of them. Its frames come whole or in parts; of their text the first two characters matter. */
    private final class Member {
        private static final int HEAD_END = 0x0d0a0d0a;
        private static final long EXTENDED = -1;

        private boolean isUpgraded;
        private int lastFour;
        private int headerBytes;
        private long length;
        private long at;
        private int type;

        void read(ByteBuffer bytes, SocketChannel channel) throws IOException {
            while (!isUpgraded && bytes.hasRemaining()) {
                lastFour = lastFour << 8 | bytes.get();
                isUpgraded = lastFour == HEAD_END;
            }
            while (bytes.hasRemaining()) {
                if (headerBytes < 2 || (length == EXTENDED && headerBytes < 4)) {
                    header(bytes.get() & 0xff);
                } else {
                    payload(bytes);
                }
                if (isWhole()) {
                    take(channel);
                }
            }
        }

        private void header(int octet) {
            switch (headerBytes++) {
                case 0 -> at = 0;
                case 1 -> length = octet == 126 ? EXTENDED : octet;
                case 2 -> at = (long) octet << 8;
                default -> {
                    length = at | octet;
                    at = 0;
                }
            }
        }

        private void payload(ByteBuffer bytes) {
            while (at < 2 && at < length && bytes.hasRemaining()) {
                type = type << 8 | bytes.get();
                at++;
            }
            int rest = (int) Math.min(length - at, bytes.remaining());
            bytes.position(bytes.position() + rest);
            at += rest;
        }

        private boolean isWhole() {
            return headerBytes >= 2 && length != EXTENDED && at == length;
        }

        private void take(SocketChannel channel) throws IOException {
            switch (type) {
                case '4' << 8 | '2' -> events++;
                case '4' << 8 | '0' -> connected++;
                case '2' -> send(channel, "3");
                case '0' << 8 | '{' -> send(channel, "40");
                default -> throw new IllegalStateException("the server sent something else");
            }
            headerBytes = 0;
            type = 0;
        }

        /** A text frame, masked with zeros. */
        private static void send(SocketChannel channel, String text) throws IOException {
            byte[] payload = text.getBytes(StandardCharsets.US_ASCII);
            channel.write(ByteBuffer.allocate(6 + payload.length)
                    .put((byte) 0x81)
                    .put((byte) (0x80 | payload.length))
                    .putInt(0)
                    .put(payload)
                    .flip());
        }
    }
}
