package dev.aide.server.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // peer, header, client
                "203.0.113.9, -, 203.0.113.9",
                "203.0.113.9, 1.2.3.4, 203.0.113.9",
                "10.0.0.1, 1.2.3.4, 1.2.3.4",
                "10.0.0.1, '6.6.6.6, 1.2.3.4', 1.2.3.4",
                "10.0.0.1, '6.6.6.6, 1.2.3.4, 10.0.0.2', 1.2.3.4",
                "10.0.0.1, '1.2.3.4, evil', 10.0.0.1",
                "10.0.0.1, localhost, 10.0.0.1",
                "10.0.0.1, 2001:db8::1, 2001:db8:0:0:0:0:0:1",
                "10.0.0.1, '', 10.0.0.1"
            })
    void the_client_is_the_last_in_the_chain_that_is_no_trusted_proxy(String peer, String header, String client)
            throws Exception {
        TrustedProxies proxies = TrustedProxies.of(List.of("10.0.0.0/8"));

        InetAddress found = proxies.clientOf(InetAddress.getByName(peer), header == null ? List.of() : List.of(header));

        assertThat(found.getHostAddress()).isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.0.1, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "192.168.1.7, 192.168.1.7, true",
        "192.168.1.7, 192.168.1.8, false",
        "192.168.1.128/25, 192.168.1.129, true",
        "192.168.1.128/25, 192.168.1.127, false",
        "0.0.0.0/0, 8.8.8.8, true",
        "fd00::/8, fd12::1, true",
        "fd00::/8, fe00::1, false",
        "fd00::/8, 10.0.0.1, false"
    })
    void a_network_contains_its_addresses(String network, String address, boolean isIn) throws Exception {
        assertThat(Network.parse(network).contains(InetAddress.getByName(address)))
                .isEqualTo(isIn);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "example.com", "10.0.0.0/33", "10.0.0.0/x", "fd00::/129", "1.2.3.4.5", "10.0.0"})
    void what_is_no_network_is_refused(String text) {
        assertThatThrownBy(() -> Network.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void one_ipv6_network_counts_as_one_client_and_ipv4_addresses_each_for_themselves() throws Exception {
        String site = Network.siteOf(InetAddress.getByName("2001:db8:1:2:3:4:5:6"));

        assertThat(site).isEqualTo("20010db800010002/64");
        assertThat(Network.siteOf(InetAddress.getByName("2001:db8:1:2:ffff::1")))
                .isEqualTo(site);
        assertThat(Network.siteOf(InetAddress.getByName("2001:db8:1:3::1"))).isNotEqualTo(site);
        assertThat(Network.siteOf(InetAddress.getByName("1.2.3.4"))).isEqualTo("1.2.3.4");
    }
}
