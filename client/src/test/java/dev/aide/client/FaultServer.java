package dev.aide.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that gets everything wrong: the path names what. */
final class FaultServer implements AutoCloseable {
    private static final int TLS_HANDSHAKE = 0x16;

    private final ServerSocket listener = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger posts = new AtomicInteger();
    private final AtomicInteger dripped = new AtomicInteger();

    FaultServer() throws IOException {
        start("fault-acceptor", this::accept);
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    int port() {
        return listener.getLocalPort();
    }

    int openConnections() {
        return open.size();
    }

    int posts() {
        return posts.get();
    }

    int dripped() {
        return dripped.get();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                start("fault-connection", () -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            boolean goOn = true;
            while (goOn) {
                String head = head(in);
                if (head.isEmpty()) {
                    return;
                }
                goOn = answer(head, socket, in);
            }
        } catch (IOException theClientWentAway) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            head.append((char) c);
            if (c == TLS_HANDSHAKE) {
                return head + " /tls";
            }
            if (head.toString().endsWith("\r\n\r\n")) {
                skipBody(head.toString(), in);
                return head.toString();
            }
        }
        return "";
    }

    private static void skipBody(String head, InputStream in) throws IOException {
        for (String line : head.split("\r\n", -1)) {
            if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                in.skipNBytes(
                        Long.parseLong(line.substring(line.indexOf(':') + 1).strip()));
            }
        }
    }

    private boolean answer(String head, Socket socket, InputStream in) throws IOException, InterruptedException {
        String path = head.split(" ", 3)[1];
        OutputStream out = socket.getOutputStream();
        if (head.startsWith("POST")) {
            posts.incrementAndGet();
        }
        switch (path) {
            case "/ok" -> {
                return send(out, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
            }
            case "/busy" -> {
                return send(out, "HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n");
            }
            case "/loop" -> {
                return send(out, "HTTP/1.1 302 Found\r\nLocation: /loop\r\nContent-Length: 0\r\n\r\n");
            }
            case "/bad-gzip" -> {
                return send(out, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nplain");
            }
            case "/poison" -> {
                return send(
                        out,
                        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 200 OK\r\n"
                                + "Content-Length: 6\r\n\r\nforged");
            }
            case "/reset" -> {
                send(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nstart");
                socket.setSoLinger(true, 0);
            }
            case "/too-short" -> send(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nshort");
            case "/bad-chunk" -> send(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n");
            case "/cut-chunk" -> send(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
            case "/tls", "/not-http" -> send(out, "SSH-2.0-OpenSSH_9.2\r\n\r\n");
            case "/headers" -> flood(out, "HTTP/1.1 200 OK\r\n", "X-Flood: " + "x".repeat(1000) + "\r\n");
            case "/endless" -> flood(out, "HTTP/1.1 200 OK\r\n\r\n", "x".repeat(8192));
            case "/drip" -> drip(out);
            // until the client goes away
            case "/hang" -> in.skipNBytes(Long.MAX_VALUE);
            default -> {
                // closes without a word
            }
        }
        return false;
    }

    private static boolean send(OutputStream out, String answer) throws IOException {
        out.write(answer.getBytes(ISO_8859_1));
        out.flush();
        return true;
    }

    private static void flood(OutputStream out, String head, String piece) throws IOException {
        send(out, head);
        while (true) {
            send(out, piece);
        }
    }

    private void drip(OutputStream out) throws IOException, InterruptedException {
        send(out, "HTTP/1.1 200 OK\r\n\r\n");
        while (true) {
            send(out, "x");
            dripped.incrementAndGet();
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
