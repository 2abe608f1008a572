package dev.aide.server.socket.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.aide.server.bind.StrictJson;
import dev.aide.server.socket.engine.Frame;
import dev.aide.server.socket.engine.ProtocolException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPacketsTest {
    private final ObjectMapper mapper = StrictJson.mapper(5, 10_000);
    private final PacketReader reader = PacketFormat.JSON.reader(mapper);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"connect\":\"/\"}|CONNECT|/|-1|",
                "{\"connect\":\"/team\",\"auth\":{\"token\":\"x\"}}|CONNECT|/team|-1|{\"token\":\"x\"}",
                "{\"event\":\"say\"}|EVENT|/|-1|[\"say\"]",
                "{\"event\":\"say\",\"data\":[1,\"2\",{\"3\":[]}],\"id\":7}|EVENT|/|7|[\"say\",1,\"2\",{\"3\":[]}]",
                "{\"namespace\":\"/team\",\"event\":\"say\",\"data\":[]}|EVENT|/team|-1|[\"say\"]",
                "{\"ack\":0,\"data\":[\"that\"]}|ACK|/|0|[\"that\"]",
                "{\"ack\":999999999999999,\"namespace\":\"/team\"}|ACK|/team|999999999999999|[]",
                "{\"disconnect\":\"/team\"}|DISCONNECT|/team|-1|"
            })
    void a_client_sends(String text, PacketType type, String namespace, long id, String data) throws Exception {
        JsonNode json = data == null ? MissingNode.getInstance() : mapper.readTree(data);

        assertThat(reader.text(text)).contains(new SocketPacket(type, namespace, id, json));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CONNECT|/|-1|{\"sid\":\"abc\"}|{\"connected\":\"/\",\"id\":\"abc\"}",
                "CONNECT_ERROR|/team|-1|{\"message\":\"no\",\"data\":{\"code\":\"forbidden\"}}|"
                        + "{\"refused\":\"/team\",\"error\":{\"code\":\"forbidden\"}}",
                "CONNECT_ERROR|/x|-1|{\"message\":\"Invalid namespace\"}|"
                        + "{\"refused\":\"/x\",\"error\":{\"message\":\"Invalid namespace\"}}",
                "EVENT|/|-1|[\"said\",1,null]|{\"event\":\"said\",\"data\":[1,null]}",
                "EVENT|/team|3|[\"said\"]|{\"event\":\"said\",\"data\":[],\"id\":3,\"namespace\":\"/team\"}",
                "ACK|/|7|[\"heard\"]|{\"ack\":7,\"data\":[\"heard\"]}",
                "ACK|/team|7|[]|{\"ack\":7,\"data\":[],\"namespace\":\"/team\"}",
                "DISCONNECT|/|-1||{\"disconnected\":\"/\"}"
            })
    void the_server_sends(PacketType type, String namespace, long id, String data, String text) throws Exception {
        JsonNode json = data == null ? MissingNode.getInstance() : mapper.readTree(data);

        assertThat(PacketFormat.JSON.write(new SocketPacket(type, namespace, id, json)))
                .singleElement()
                .extracting(Frame::text)
                .isEqualTo(text);
    }

    @Test
    void bytes_are_base64() throws Exception {
        JsonNode data = mapper.createArrayNode().add("picture").add(BinaryNode.valueOf(new byte[] {1, 2, 3}));

        assertThat(PacketFormat.JSON.write(SocketPacket.of(PacketType.EVENT, "/", data)))
                .singleElement()
                .extracting(Frame::text)
                .isEqualTo("{\"event\":\"picture\",\"data\":[\"AQID\"]}");
        assertThatThrownBy(() -> reader.binary(new byte[] {1}))
                .isInstanceOfSatisfying(
                        ProtocolException.class, e -> assertThat(e.closeCode()).isEqualTo(1003))
                .hasMessage("a message is text, with bytes as Base64 in its JSON");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "say",
                "{",
                "{\"event\":\"say\"}}",
                "{\"event\":\"say\",\"event\":\"twice\"}",
                "{\"event\":\"deep\",\"data\":[[[[[[1]]]]]]}",
                "{\"event\":\"x\",\"data\":[NaN]}"
            })
    void what_is_not_json_is_said_so(String text) {
        assertThatThrownBy(() -> reader.text(text))
                .isInstanceOfSatisfying(
                        ProtocolException.class, e -> assertThat(e.closeCode()).isEqualTo(1007))
                .hasMessage("a message is not JSON");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|a message is an object with connect, event, ack or disconnect",
                "[]|a message is an object with connect, event, ack or disconnect",
                "\"event\"|a message is an object with connect, event, ack or disconnect",
                "{}|a message is an object with connect, event, ack or disconnect",
                "{\"event\":1}|event is a text",
                "{\"event\":\"say\",\"data\":{}}|data is a list",
                "{\"event\":\"say\",\"data\":null}|data is a list",
                "{\"event\":\"say\",\"id\":\"7\"}|id is a whole number from 0 to 999999999999999",
                "{\"event\":\"say\",\"id\":-1}|id is a whole number from 0 to 999999999999999",
                "{\"event\":\"say\",\"id\":1.5}|id is a whole number from 0 to 999999999999999",
                "{\"event\":\"say\",\"id\":1000000000000000}|id is a whole number from 0 to 999999999999999",
                "{\"event\":\"say\",\"namespace\":7}|namespace is a text",
                "{\"event\":\"say\",\"ack\":7}|a message has a field that it should not have",
                "{\"event\":\"say\",\"to\":\"all\"}|a message has a field that it should not have",
                "{\"ack\":null}|ack is a whole number from 0 to 999999999999999",
                "{\"connect\":true}|connect is a text",
                "{\"connect\":\"/\",\"auth\":\"secret\"}|auth is an object",
                "{\"disconnect\":\"/\",\"reason\":\"bye\"}|a message has a field that it should not have"
            })
    void json_that_is_no_message_is_said_so(String text, String message) {
        assertThatThrownBy(() -> reader.text(text))
                .isInstanceOfSatisfying(
                        ProtocolException.class, e -> assertThat(e.closeCode()).isEqualTo(1002))
                .hasMessage(message);
    }
}
