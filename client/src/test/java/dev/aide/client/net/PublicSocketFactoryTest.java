package dev.aide.client.net;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PublicSocketFactoryTest {
    private final PublicSocketFactory factory = PublicSocketFactory.standard();

    @Test
    void no_way_to_connect_leads_to_a_private_address() throws Exception {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket server = new ServerSocket(0, 10, loopback);
                Socket socket = factory.createSocket()) {
            int port = server.getLocalPort();
            assertRefused(() -> socket.connect(new InetSocketAddress(loopback, port)));
            assertRefused(() -> socket.connect(new InetSocketAddress(loopback, port), 1_000));
            assertRefused(() -> factory.createSocket("localhost", port));
            assertRefused(() -> factory.createSocket(loopback, port));
            assertRefused(() -> factory.createSocket("localhost", port, loopback, 0));
            assertRefused(() -> factory.createSocket(loopback, port, loopback, 0));
        }
    }

    private static void assertRefused(ThrowingCallable connecting) {
        assertThatThrownBy(connecting)
                .isInstanceOf(PrivateAddressException.class)
                .hasMessageEndingWith(" is not a public address, and this client refuses others");
    }
}
