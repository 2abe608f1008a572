package dev.aide.agent.report;

/**
 * Sixteen hex digits for a text: FNV-1a, 64 bits, over its UTF-16 units. Not by the JDK's digests, which load security
 * providers: a violation may be thrown anywhere, at any time.
 */
final class Fingerprint {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Fingerprint() {}

    static String of(String text) {
        long hash = OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ (text.charAt(i) & 0xff)) * PRIME;
            hash = (hash ^ (text.charAt(i) >> 8)) * PRIME;
        }
        String hex = Long.toHexString(hash);
        return "0000000000000000".substring(hex.length()) + hex;
    }
}
