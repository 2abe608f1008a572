package dev.aide.server.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Breaks requests as HTTP: on purpose, as smugglers do, and by chance. For one thread. */
final class Malformed {
    private static final List<String> FIRST_LINES = List.of(
            "GET",
            "GET /",
            "GET  / HTTP/1.1",
            "GET / HTTP/9.9",
            "GET / HTTP/0.9",
            "GET / HTTP/2.0",
            "get / http/1.1",
            "G\u00cbT / HTTP/1.1",
            "OPTIONS * HTTP/1.1",
            "CONNECT localhost:1 HTTP/1.1",
            "TRACE / HTTP/1.1",
            "GET http://localhost/who HTTP/1.1",
            "GET http:///who HTTP/1.1",
            "GET //who HTTP/1.1",
            "GET /who/../../who HTTP/1.1",
            "GET /%2e%2e%2f HTTP/1.1",
            "GET /;a=b/who;c HTTP/1.1",
            "GET /who? HTTP/1.1",
            "GET /who?%u0041=%u0041 HTTP/1.1",
            "GET /who?a=%ed%a0%80 HTTP/1.1",
            "GET /%c0%ae HTTP/1.1",
            "GET /\u00ff HTTP/1.1",
            "GET /who#fragment HTTP/1.1",
            "GET /" + "a/".repeat(3000) + " HTTP/1.1",
            "PRI * HTTP/2.0");

    private static final List<String> HEADERS = List.of(
            "Content-Length: 1",
            "Content-Length: 00000000000000000000000000000000001",
            "Content-Length: 99999999999999999999",
            "Content-Length: 2147483648",
            "Content-Length: +5",
            "Content-Length: 5,5",
            "Content-Length:",
            "Transfer-Encoding: chunked",
            "Transfer-Encoding: identity, chunked",
            "Transfer-Encoding: chunked, chunked",
            "Transfer-Encoding:\u000bchunked",
            "Transfer-Encoding : chunked",
            " folded: value",
            ": no name",
            "No-Colon",
            "Host: other",
            "Host: a:b:c",
            "Host: [::1",
            "Expect: 100-continue",
            "Expect: something",
            "Connection: upgrade\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__",
            "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZQ==",
            "Connection: keep-alive",
            "Content-Encoding: gzip",
            "Content-Type: application/json\r\nContent-Type: text/plain",
            "Range: bytes=0-,-1,5-2",
            "If-None-Match: *",
            "Accept-Encoding: gzip;q=0, *;q=9",
            "Cookie: " + "a=b; ".repeat(500),
            "X-Forwarded-For: " + "1.2.3.4, ".repeat(300),
            "X-Request-Id: \u00e9",
            "X-Nul: a\u0000b",
            "X-Bare: a\rb",
            "X-Latin: \u00ff\u00fe",
            "X-Large: " + "a".repeat(9000),
            "X-Many: a\r\n".repeat(800) + "X-Last: a");

    private static final List<String> STARTS = List.of(
            "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\u0000\u0000\u0000\u0004\u0000\u0000\u0000\u0000\u0000",
            "\r\n\r\n\r\n",
            "\u0000\u0000\u0000\u0000",
            "\u00ff\u00f4\u00ff\u00fd\u0006",
            "PROXY TCP4 1.2.3.4 5.6.7.8 1 2\r\n");

    private static final List<String> CHUNKS = List.of(
            "0\r\n\r\n",
            "5\r\nhello\r\n0\r\n\r\n",
            "5;a=b\r\nhello\r\n0\r\nTrailer: x\r\n\r\n",
            "5\r\nhel",
            "-1\r\n\r\n",
            "ffffffffffffffff\r\na",
            "80000000\r\na",
            "5\nhello\n0\n\n",
            "zz\r\n\r\n",
            "1\r\na".repeat(2000));

    private final Dice dice;

    Malformed(Dice dice) {
        this.dice = dice;
    }

    /** Something else than this request, or this request and more. */
    byte[] of(byte[] good) {
        return switch (dice.below(10)) {
            case 0 -> dice.bytes(1 + dice.below(300));
            case 1 -> flipped(good);
            case 2 -> Arrays.copyOf(good, dice.below(good.length));
            case 3 -> joined(Arrays.copyOf(good, dice.below(good.length)), dice.bytes(dice.below(20)), good);
            case 4 -> joined(latin(dice.oneOf(STARTS)), good);
            case 5 -> joined(good, good, latin(dice.oneOf(STARTS)), good);
            case 6 -> latin(dice.oneOf(FIRST_LINES) + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            case 7 -> latin(text(good).replace("\r\n", dice.oneOf("\n", "\r", "\r\r\n", "\n\r")));
            case 8 -> chunked(good);
            default -> withHeader(good);
        };
    }

    private byte[] flipped(byte[] good) {
        byte[] bad = good.clone();
        for (int i = 1 + dice.below(8); i > 0; i--) {
            bad[dice.below(bad.length)] ^= (byte) (1 << dice.below(8));
        }
        return bad;
    }

    private byte[] withHeader(byte[] good) {
        return latin(text(good).replaceFirst("\r\n", "\r\n" + dice.oneOf(HEADERS) + "\r\n"));
    }

    private byte[] chunked(byte[] good) {
        String text = text(good);
        String head = text.substring(0, text.indexOf("\r\n\r\n")).replaceAll("Content-Length: \\d+\r\n", "");
        return latin(head + "\r\nTransfer-Encoding: chunked\r\n\r\n" + dice.oneOf(CHUNKS));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
