package dev.aide.server.socket.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.aide.server.socket.engine.Frame;
import dev.aide.server.socket.engine.ProtocolException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of the Socket.IO protocol, revision 5, "Packet encoding", in both directions, and what is none. */
class PacketCodecTest {
    private final ObjectMapper mapper = strict();
    private final PacketDecoder decoder = new PacketDecoder(mapper);
    private final PacketEncoder encoder = new PacketEncoder();

    private static ObjectMapper strict() {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(5).build())
                .build();
        return new ObjectMapper(factory).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0|CONNECT|/|-1|",
                "0/admin,{\"sid\":\"oSO0OpakMV_3jnilAAAA\"}|CONNECT|/admin|-1|{\"sid\":\"oSO0OpakMV_3jnilAAAA\"}",
                "4{\"message\":\"Not authorized\"}|CONNECT_ERROR|/|-1|{\"message\":\"Not authorized\"}",
                "2[\"foo\"]|EVENT|/|-1|[\"foo\"]",
                "2/admin,[\"bar\"]|EVENT|/admin|-1|[\"bar\"]",
                "212[\"foo\"]|EVENT|/|12|[\"foo\"]",
                "3/admin,13[\"bar\"]|ACK|/admin|13|[\"bar\"]",
                "312[]|ACK|/|12|[]",
                "1|DISCONNECT|/|-1|",
                "1/admin,|DISCONNECT|/admin|-1|"
            })
    void texts_are_read_and_written(String text, PacketType type, String namespace, long id, String data)
            throws Exception {
        JsonNode json = data == null ? MissingNode.getInstance() : mapper.readTree(data);
        SocketPacket packet = new SocketPacket(type, namespace, id, json);

        assertThat(decoder.text(text)).contains(packet);
        assertThat(encoder.encode(packet))
                .singleElement()
                .extracting(Frame::text)
                .isEqualTo("4" + text);
    }

    @Test
    void attachments_follow_their_packet() throws Exception {
        String text =
                "52-/admin,[\"baz\",{\"_placeholder\":true,\"num\":0},{\"x\":[{\"_placeholder\":true,\"num\":1}]}]";

        assertThat(decoder.text(text)).isEmpty();
        assertThat(decoder.binary(new byte[] {1, 2})).isEmpty();
        SocketPacket packet = decoder.binary(new byte[] {3, 4}).orElseThrow();

        assertThat(packet.type()).isEqualTo(PacketType.EVENT);
        assertThat(packet.data().path(1).binaryValue()).containsExactly(1, 2);
        assertThat(packet.data().path(2).path("x").path(0).binaryValue()).containsExactly(3, 4);
        List<Frame> frames = encoder.encode(packet);
        assertThat(frames.get(0).text()).isEqualTo("4" + text);
        assertThat(frames.get(1).bytes()).containsExactly(1, 2);
        assertThat(frames.get(2).bytes()).containsExactly(3, 4);
    }

    @Test
    void bytes_in_any_value_become_attachments() {
        JsonNode data = mapper.valueToTree(List.of(Map.of("file", new byte[] {7})));

        List<Frame> frames = encoder.encode(new SocketPacket(PacketType.ACK, "/", 15, data));

        assertThat(frames.get(0).text()).isEqualTo("461-15[{\"file\":{\"_placeholder\":true,\"num\":0}}]");
        assertThat(frames.get(1)).extracting(Frame::isText).isEqualTo(false);
    }

    @Test
    void a_namespace_may_end_the_packet_without_a_comma() throws Exception {
        assertThat(decoder.text("0/random"))
                .contains(SocketPacket.of(PacketType.CONNECT, "/random", MissingNode.getInstance()));
    }

    @Test
    void a_placeholder_in_a_packet_without_attachments_is_plain_data() throws Exception {
        SocketPacket packet =
                decoder.text("2[\"a\",{\"_placeholder\":true,\"num\":0}]").orElseThrow();

        assertThat(packet.data().path(1).path("num").intValue()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "7[\"foo\"]",
                "2",
                "2{}",
                "2[]",
                "2[1]",
                "2[\"foo\"",
                "2[\"foo\"]x",
                "2abc[\"foo\"]",
                "2\"foo\"",
                "2[\"connect\"]",
                "2[\"disconnect\"]",
                "2[\"foo\",{\"a\":1,\"a\":2}]",
                "2[\"foo\",[[[[[[1]]]]]]]",
                "21-[\"foo\"]",
                "5[\"foo\"]",
                "511-[\"foo\"]",
                "3[\"bar\"]",
                "312{}",
                "312",
                "0[]",
                "0\"x\"",
                "1[]",
                "4",
                "2admin,[\"foo\"]",
                "29999999999999999[\"foo\"]"
            })
    void what_is_no_packet_is_refused(String text) {
        assertThatThrownBy(() -> decoder.text(text)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void text_in_place_of_an_attachment_is_refused() throws Exception {
        decoder.text("51-[\"baz\",{\"_placeholder\":true,\"num\":0}]");

        assertThatThrownBy(() -> decoder.text("2[\"foo\"]"))
                .isInstanceOf(ProtocolException.class)
                .hasMessage("text came where an attachment was due");
    }

    @Test
    void bytes_that_belong_to_no_packet_are_refused() {
        assertThatThrownBy(() -> decoder.binary(new byte[] {1}))
                .isInstanceOf(ProtocolException.class)
                .hasMessage("bytes came where no attachment was due");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "-1", "\"0\"", "0.5", "null"})
    void a_placeholder_of_no_attachment_is_refused(String number) throws Exception {
        decoder.text("51-[\"baz\",{\"_placeholder\":true,\"num\":" + number + "}]");

        assertThatThrownBy(() -> decoder.binary(new byte[] {1}))
                .isInstanceOf(ProtocolException.class)
                .hasMessage("a placeholder stands for no attachment");
    }
}
