package dev.aide.client.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Asks the operating system, through the JDK and its cache. */
enum SystemResolver implements AddressResolver {
    INSTANCE;

    @Override
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(host));
    }
}
