package dev.aide.server.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aide.server.agent.Violations;
import dev.aide.server.http.Caller;
import dev.aide.server.http.HttpError;
import dev.aide.server.http.Problem;
import java.util.List;

/** An event that a client has sent, admitted by its gate. Immutable. */
public final class Message {
    private final Socket socket;
    private final Caller caller;
    private final String event;
    private final List<JsonNode> arguments;
    private final ObjectMapper mapper;

    Message(Socket socket, Caller caller, String event, List<JsonNode> arguments, ObjectMapper mapper) {
        this.socket = socket;
        this.caller = caller;
        this.event = event;
        this.arguments = List.copyOf(arguments);
        this.mapper = mapper;
    }

    /** The socket that it came by. */
    public Socket socket() {
        return socket;
    }

    /** Who sends it: nobody, if the event's gate is open and nobody is known. */
    public Caller caller() {
        return caller;
    }

    /** The event's name. */
    public String event() {
        return event;
    }

    /** What came with it; bytes as binary nodes. */
    public List<JsonNode> arguments() {
        return arguments;
    }

    /**
     * One of the values that came with it.
     *
     * @param index from 0
     * @param type a record, {@code String}, {@code byte[]} or whatever JSON can become
     * @throws HttpError 422 if it is not there, or something else
     */
    public <T> T argument(int index, Class<T> type) {
        if (index >= arguments.size() || arguments.get(index).isNull()) {
            throw wrong(index, "is missing");
        }
        try {
            return mapper.treeToValue(arguments.get(index), type);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            if (Violations.findingOf(e).isPresent()) {
                throw new IllegalStateException("aide refused what was made of value " + index, e);
            }
            throw wrong(index, "is no " + type.getSimpleName());
        }
    }

    private static HttpError wrong(int index, String message) {
        return HttpError.unprocessable(List.of(new Problem("arguments", "/" + index, message)));
    }
}
