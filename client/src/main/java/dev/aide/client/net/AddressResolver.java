package dev.aide.client.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Turns a host name into addresses, in the order in which they are to be tried.
 *
 * <p>Implementations are safe for use by any thread.
 */
@FunctionalInterface
public interface AddressResolver {

    /**
     * Resolves a name. May block; the client waits no longer than its time limits.
     *
     * @param host the name
     * @return at least one address
     * @throws UnknownHostException if there is none
     */
    List<InetAddress> resolve(String host) throws UnknownHostException;

    /**
     * Asks the operating system.
     *
     * @return the default resolver
     */
    static AddressResolver system() {
        return SystemResolver.INSTANCE;
    }
}
