package dev.aide.client.sse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples of WHATWG HTML, section 9.2.6, and its edges. */
class EventParserTest {
    private final List<ServerSentEvent> events = new ArrayList<>();
    private final EventParser parser = new EventParser();

    private List<ServerSentEvent> parse(String stream) throws IOException {
        EventLines lines = new EventLines(new StringReader(stream), 1_000);
        for (String line = lines.next(); line != null; line = lines.next()) {
            parser.line(line).ifPresent(events::add);
        }
        return events;
    }

    private static ServerSentEvent message(String id, String data) {
        return new ServerSentEvent(id, "message", data);
    }

    @Test
    void data_lines_are_joined() throws Exception {
        assertThat(parse("data: YHOO\ndata: +2\ndata: 10\n\n")).containsExactly(message("", "YHOO\n+2\n10"));
    }

    @Test
    void comments_are_skipped_and_ids_last_until_they_are_cleared() throws Exception {
        assertThat(parse(
                        ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n"))
                .containsExactly(message("1", "first event"), message("", "second event"), message("", " third event"));
    }

    @Test
    void empty_data_is_an_event_and_no_data_is_none() throws Exception {
        assertThat(parse("data\n\ndata\ndata\n\ndata:")).containsExactly(message("", ""), message("", "\n"));
    }

    @Test
    void lines_end_in_any_way_and_a_byte_order_mark_is_skipped() throws Exception {
        assertThat(parse("\uFEFFdata: a\r\rdata: b\r\n\r\ndata: c\n\n"))
                .containsExactly(message("", "a"), message("", "b"), message("", "c"));
    }

    @Test
    void what_was_not_finished_is_dropped() throws Exception {
        assertThat(parse("event: x\nid: 5\ndata: cut")).isEmpty();
        assertThat(parser.lastId()).isEmpty();
        parser.reconnected();
        assertThat(parse("data: whole\n\n")).containsExactly(message("", "whole"));
    }

    @Test
    void retry_is_milliseconds_or_nothing() throws Exception {
        parse("retry: 2500\nretry: soon\nretry: -1\n");
        assertThat(parser.reconnectAfter()).contains(Duration.ofMillis(2500));
    }

    @Test
    void an_id_with_a_null_character_is_ignored() throws Exception {
        assertThat(parse("id: 1\ndata: a\n\nid: 2\0\ndata: b\n\n"))
                .containsExactly(message("1", "a"), message("1", "b"));
    }
}
