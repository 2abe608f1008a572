package dev.aide.client.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Which addresses are global: not in the IANA special-purpose registries (RFC 6890), nor carrying one that is. */
final class PublicAddresses {
    private static final List<Block> SPECIAL = List.of(
            // this network, private, shared (carrier NAT), loopback, link-local
            Block.of("0.0.0.0", 8),
            Block.of("10.0.0.0", 8),
            Block.of("100.64.0.0", 10),
            Block.of("127.0.0.0", 8),
            Block.of("169.254.0.0", 16),
            Block.of("172.16.0.0", 12),
            // protocol assignments, documentation, 6to4 relays, private, benchmarks
            Block.of("192.0.0.0", 24),
            Block.of("192.0.2.0", 24),
            Block.of("192.88.99.0", 24),
            Block.of("192.168.0.0", 16),
            Block.of("198.18.0.0", 15),
            Block.of("198.51.100.0", 24),
            Block.of("203.0.113.0", 24),
            // multicast, reserved, broadcast
            Block.of("224.0.0.0", 4),
            Block.of("240.0.0.0", 4),
            // unspecified, loopback and v4-compatible; discard; local NAT64; protocol assignments with Teredo
            Block.of("::", 96),
            Block.of("100::", 64),
            Block.of("64:ff9b:1::", 48),
            Block.of("2001::", 23),
            // documentation, segment routing, unique local, link-local, site-local, multicast
            Block.of("2001:db8::", 32),
            Block.of("3fff::", 20),
            Block.of("5f00::", 16),
            Block.of("fc00::", 7),
            Block.of("fe80::", 10),
            Block.of("fec0::", 10),
            Block.of("ff00::", 8));
    private static final Block NAT64 = Block.of("64:ff9b::", 96);
    private static final Block SIX_TO_FOUR = Block.of("2002::", 16);

    private PublicAddresses() {}

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (NAT64.contains(bytes)) {
            return isPublic(ipv4(bytes, 12));
        }
        if (SIX_TO_FOUR.contains(bytes)) {
            return isPublic(ipv4(bytes, 2));
        }
        return SPECIAL.stream().noneMatch(block -> block.contains(bytes));
    }

    private static InetAddress ipv4(byte[] address, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(address, from, from + 4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    private static final class Block {
        private final byte[] prefix;
        private final int bits;

        private Block(byte[] prefix, int bits) {
            this.prefix = prefix;
            this.bits = bits;
        }

        static Block of(String literal, int bits) {
            try {
                return new Block(InetAddress.getByName(literal).getAddress(), bits);
            } catch (UnknownHostException e) {
                throw new IllegalStateException(literal + " is an address", e);
            }
        }

        boolean contains(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            int whole = bits / 8;
            if (!Arrays.equals(prefix, 0, whole, address, 0, whole)) {
                return false;
            }
            int rest = bits % 8;
            return rest == 0 || ((prefix[whole] ^ address[whole]) & 0xff) >>> (8 - rest) == 0;
        }
    }
}
