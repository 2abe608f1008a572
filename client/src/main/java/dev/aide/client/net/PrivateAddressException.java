package dev.aide.client.net;

import java.io.IOException;
import java.net.InetAddress;

/**
 * Thrown instead of connecting to a private address.
 *
 * <p>Safe for use by any thread.
 */
public final class PrivateAddressException extends IOException {
    PrivateAddressException(InetAddress address) {
        super(address.getHostAddress() + " is not a public address, and this client refuses others");
    }
}
