package dev.aide.server.limit;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The proxies whose {@code X-Forwarded-For} and {@code X-Forwarded-Proto} are believed. Nobody else's are. Immutable.
 */
public final class TrustedProxies {
    private final List<Network> networks;

    private TrustedProxies(List<Network> networks) {
        this.networks = networks;
    }

    /**
     * Trusts these networks.
     *
     * @throws IllegalArgumentException if one of them is no network
     */
    public static TrustedProxies of(Collection<String> networks) {
        return new TrustedProxies(networks.stream().map(Network::parse).toList());
    }

    /** Whether this address is a trusted proxy. */
    public boolean trusts(InetAddress peer) {
        return networks.stream().anyMatch(network -> network.contains(peer));
    }

    /**
     * The client's address: the last one in the chain that is no trusted proxy. What stands before it was written by the
     * client, and is not read. An entry that is no address ends the chain.
     *
     * @param peer who connected
     * @param forwardedFor the values of {@code X-Forwarded-For}
     */
    public InetAddress clientOf(InetAddress peer, List<String> forwardedFor) {
        List<String> chain = forwardedFor.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .toList();
        InetAddress client = peer;
        for (int i = chain.size() - 1; i >= 0 && trusts(client); i--) {
            Optional<InetAddress> before = Network.address(chain.get(i));
            if (before.isEmpty()) {
                return client;
            }
            client = before.get();
        }
        return client;
    }
}
