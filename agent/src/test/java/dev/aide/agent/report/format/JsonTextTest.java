package dev.aide.agent.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.agent.json.JsonParser;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTextTest {
    @Test
    void what_is_written_is_read_as_it_was() throws IOException {
        StringBuilder text = new StringBuilder();
        JsonText.inMarkup(text)
                .beginObject()
                .member(SampleReports.ODD, SampleReports.ODD)
                .name("empty")
                .beginArray()
                .endArray()
                .member("long", Long.MIN_VALUE)
                .endObject();

        assertThat(JsonParser.parse(text.toString()))
                .isEqualTo(Map.of(SampleReports.ODD, SampleReports.ODD, "empty", List.of(), "long", Long.MIN_VALUE));
        assertThat(text.toString()).doesNotContain("<", "\ud800 ");
    }
}
