package dev.aide.server.socket.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of the Engine.IO protocol, revision 4, "Packet encoding". */
class PollingPayloadTest {

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(EnginePacket... packets) {
        byte[] body = PollingPayload.encode(
                List.of(packets).stream().map(EnginePacket::toFrame).toList());
        return new String(body, StandardCharsets.UTF_8);
    }

    @Test
    void packets_are_separated_by_the_record_separator() throws ProtocolException {
        assertThat(PollingPayload.decode(utf8("4hello\u001e2\u001e4w\u00f6rld")))
                .containsExactly(EnginePacket.message("hello"), EnginePacket.PING, EnginePacket.message("w\u00f6rld"));
        assertThat(encoded(EnginePacket.message("hello"), EnginePacket.PING, EnginePacket.message("w\u00f6rld")))
                .isEqualTo("4hello\u001e2\u001e4w\u00f6rld");
    }

    @Test
    void bytes_are_base64_behind_a_b() throws ProtocolException {
        List<EnginePacket> packets = PollingPayload.decode(utf8("4hello\u001ebAQIDBA=="));

        assertThat(packets.get(0)).isEqualTo(EnginePacket.message("hello"));
        assertThat(((EnginePacket.Binary) packets.get(1)).data()).containsExactly(1, 2, 3, 4);
        assertThat(encoded(EnginePacket.message("hello"), EnginePacket.message(new byte[] {1, 2, 3, 4})))
                .isEqualTo("4hello\u001ebAQIDBA==");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|a packet begins with a digit from 0 to 6",
                "abc|a packet begins with a digit from 0 to 6",
                "7|a packet begins with a digit from 0 to 6",
                "'4a\u001e'|a packet begins with a digit from 0 to 6",
                "b?|a binary packet is not Base64",
            })
    void what_is_no_packet_is_refused(String body, String message) {
        assertThatThrownBy(() -> PollingPayload.decode(utf8(body)))
                .isInstanceOf(ProtocolException.class)
                .hasMessage(message);
    }

    @Test
    void what_is_not_utf_8_is_refused() {
        assertThatThrownBy(() -> PollingPayload.decode(new byte[] {'4', (byte) 0xC3}))
                .isInstanceOf(ProtocolException.class)
                .hasMessage("the payload is not UTF-8");
    }
}
