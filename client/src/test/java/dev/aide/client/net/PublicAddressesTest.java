package dev.aide.client.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {
    private static boolean isPublic(String literal) throws Exception {
        return PublicAddresses.isPublic(InetAddress.getAllByName(literal)[0]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
                "128.0.0.1", "169.253.0.1", "172.15.255.255", "172.32.0.0", "192.167.1.1", "198.20.0.1",
                "223.255.255.255", "2606:4700::1111", "2a00:1450::1", "64:ff9b::101:101", "2002:101:101::1"
            })
    void global_addresses_are_public(String literal) throws Exception {
        assertThat(isPublic(literal)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "203.0.113.7",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "fc00::1",
                "fdff::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001:db8::1",
                "2001::1",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "2002:7f00:1::1",
                "2002:c0a8:101::1",
                "100::1",
                "3fff::1"
            })
    void special_addresses_are_not(String literal) throws Exception {
        assertThat(isPublic(literal)).isFalse();
    }
}
