package dev.aide.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.aide.client.sse.EventLines;
import dev.aide.client.sse.EventParser;
import dev.aide.client.sse.ServerSentEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.function.Consumer;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/** Reads one connection of an event stream to its end. */
final class EventReader implements BodyHandler<Void> {
    private final EventParser parser;
    private final Consumer<ServerSentEvent> listener;
    private final long maxLine;

    EventReader(EventParser parser, Consumer<ServerSentEvent> listener, long maxLine) {
        this.parser = parser;
        this.listener = listener;
        this.maxLine = maxLine;
    }

    @Override
    public boolean isUnbounded() {
        return true;
    }

    @Override
    public Request prepare(Request request) {
        Request.Builder prepared = request.newBuilder()
                .header("Accept", "text/event-stream")
                .header("Accept-Encoding", "identity")
                .header("Cache-Control", "no-store");
        if (!parser.lastId().isEmpty() && parser.lastId().chars().allMatch(c -> c >= ' ' && c <= '~')) {
            prepared.header("Last-Event-ID", parser.lastId());
        }
        return prepared.build();
    }

    @Override
    public Void read(Response response, BufferedSource body) throws IOException {
        if (response.code() == 204) {
            return null;
        }
        MediaType type = response.body().contentType();
        if (type == null || !type.toString().startsWith("text/event-stream")) {
            throw new CallException(
                    FailureKind.DECODE, "the server sent " + type + " instead of text/event-stream", null);
        }
        parser.reconnected();
        BufferedReader text = new BufferedReader(new InputStreamReader(body.inputStream(), UTF_8));
        EventLines lines = new EventLines(text, maxLine);
        try {
            for (String line = lines.next(); line != null; line = lines.next()) {
                parser.line(line).ifPresent(listener);
            }
        } catch (EventLines.LineTooLongException e) {
            throw new CallException(FailureKind.TOO_LARGE, e.getMessage(), e);
        }
        return null;
    }
}
