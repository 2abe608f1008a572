package dev.aide.server.limit;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** A range of addresses, as {@code 10.0.0.0/8}, {@code fd00::/8} or one address. Immutable. */
public final class Network {
    private static final Pattern V4 =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
    private static final int V6_SITE_BYTES = 8;

    private final byte[] address;
    private final int bits;

    private Network(byte[] address, int bits) {
        this.address = address;
        this.bits = bits;
    }

    /**
     * Reads a network.
     *
     * @throws IllegalArgumentException if it is none; names are not looked up
     */
    public static Network parse(String text) {
        String[] parts = text.split("/", 2);
        byte[] address = address(parts[0])
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + text + "' is no network; write it as 10.0.0.0/8, fd00::/8 or one address"))
                .getAddress();
        int all = address.length * 8;
        int bits = parts.length == 1 ? all : bits(parts[1], all, text);
        return new Network(address, bits);
    }

    private static int bits(String digits, int most, String text) {
        if (!digits.matches("\\d{1,3}") || Integer.parseInt(digits) > most) {
            throw new IllegalArgumentException("'" + text + "' has no prefix from 0 to " + most + " after the slash");
        }
        return Integer.parseInt(digits);
    }

    /** Reads a literal address; empty if it is none. Never asks a name server. */
    static Optional<InetAddress> address(String literal) {
        if (!V4.matcher(literal).matches() && !V6.matcher(literal).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(literal));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Whether an address is in it. */
    public boolean contains(InetAddress other) {
        byte[] bytes = other.getAddress();
        if (bytes.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((bytes[bit / 8] & mask) != (address[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /**
     * What limits count an address under: IPv4 as it is, IPv6 by its first 64 bits, because one household or machine has
     * that many addresses.
     */
    public static String siteOf(InetAddress client) {
        return client instanceof Inet4Address
                ? client.getHostAddress()
                : HexFormat.of().formatHex(client.getAddress(), 0, V6_SITE_BYTES) + "/64";
    }
}
