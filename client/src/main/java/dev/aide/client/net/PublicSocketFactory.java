package dev.aide.client.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.function.Predicate;
import javax.net.SocketFactory;

/**
 * Makes sockets that connect to public addresses only. The check stands at the one place that every connection passes,
 * after name resolution: a name that resolves to another address on the second look gains nothing.
 *
 * <p>Immutable and safe for use by any thread.
 */
public final class PublicSocketFactory extends SocketFactory {

    private static final PublicSocketFactory STANDARD = new PublicSocketFactory(PublicAddresses::isPublic);

    private final Predicate<InetAddress> isPublic;

    /**
     * Creates a factory.
     *
     * @param isPublic tells which addresses are
     */
    public PublicSocketFactory(Predicate<InetAddress> isPublic) {
        this.isPublic = isPublic;
    }

    /**
     * Returns the factory that goes by IANA's registries of special addresses (RFC 6890).
     *
     * @return always the same one
     */
    public static PublicSocketFactory standard() {
        return STANDARD;
    }

    @Override
    public Socket createSocket() {
        return new PublicSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return connected(new InetSocketAddress(address, port), new InetSocketAddress(localAddress, localPort));
    }

    private Socket connected(InetSocketAddress remote, InetSocketAddress local) throws IOException {
        Socket socket = new PublicSocket();
        try {
            if (local != null) {
                socket.bind(local);
            }
            socket.connect(remote);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private final class PublicSocket extends Socket {
        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            if (endpoint instanceof InetSocketAddress inet
                    && inet.getAddress() != null
                    && !isPublic.test(inet.getAddress())) {
                throw new PrivateAddressException(inet.getAddress());
            }
            super.connect(endpoint, timeout);
        }
    }
}
