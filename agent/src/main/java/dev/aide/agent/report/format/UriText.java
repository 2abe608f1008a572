package dev.aide.agent.report.format;

import java.nio.charset.StandardCharsets;

/** Paths as relative URIs (RFC 3986). */
final class UriText {
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~$/";

    private UriText() {}

    /** Escapes each byte that a path may not have plainly. */
    static String escaped(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            if (PLAIN.indexOf(b) >= 0) {
                uri.append((char) b);
            } else {
                uri.append('%');
                uri.append(Character.toUpperCase(Character.forDigit((b >> 4) & 0xf, 16)));
                uri.append(Character.toUpperCase(Character.forDigit(b & 0xf, 16)));
            }
        }
        return uri.toString();
    }
}
