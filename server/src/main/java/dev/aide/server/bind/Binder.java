package dev.aide.server.bind;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aide.server.agent.Violations;
import dev.aide.server.http.Caller;
import dev.aide.server.http.HttpError;
import dev.aide.server.http.Peer;
import dev.aide.server.http.Request;
import dev.aide.server.http.Upload;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives parameters their values, strictly: what is missing, unknown or of another type is refused, all at once, with a
 * JSON pointer each.
 *
 * <p>Safe for use by many threads.
 */
public final class Binder {
    private final Binding binding;
    private final ObjectMapper mapper;
    private final Map<Source, Set<String>> names = new EnumMap<>(Source.class);

    /** Binds for one endpoint. */
    public Binder(Binding binding, ObjectMapper mapper) {
        this.binding = binding;
        this.mapper = mapper;
        for (Source source : Source.values()) {
            names.put(source, binding.slots(source).stream().map(Slot::name).collect(Collectors.toSet()));
        }
    }

    /**
     * The arguments, in the order of the parameters.
     *
     * @throws HttpError 400, 415 or 422
     */
    public Object[] arguments(Request request) {
        Values values = Values.of(request, mapper);
        Problems problems = new Problems();
        refuseUnknown(request, values, problems);
        List<JsonNode> found = new ArrayList<>();
        for (Slot slot : binding.slots()) {
            found.add(slot.takesFiles() ? null : checked(slot, values, problems));
            if (slot.takesFiles()) {
                checkFiles(slot, request, problems);
            }
        }
        problems.throwIfAny();
        Object[] arguments = new Object[found.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = argument(binding.slots().get(i), found.get(i), request, problems);
        }
        problems.throwIfAny();
        return arguments;
    }

    private void refuseUnknown(Request request, Values values, Problems problems) {
        refuseOthers(Source.QUERY, request.query().keySet(), problems);
        refuseOthers(Source.BODY, request.body().fields().keySet(), problems);
        refuseOthers(Source.BODY, request.body().uploads().keySet(), problems);
        if (values.json() == null || !binding.slots(Source.WHOLE_BODY).isEmpty()) {
            return;
        }
        if (!values.json().isObject()) {
            problems.wrongType(Place.root("body"), "an object", values.json());
        } else {
            List<String> names = new ArrayList<>();
            values.json().fieldNames().forEachRemaining(names::add);
            refuseOthers(Source.BODY, names, problems);
        }
    }

    private void refuseOthers(Source source, Iterable<String> given, Problems problems) {
        Set<String> known = names.get(source);
        for (String name : given) {
            if (!known.contains(name)) {
                problems.add(
                        source.place(name),
                        known.isEmpty()
                                ? "is unknown here; nothing is expected"
                                : "is unknown here; known are " + sorted(known));
            }
        }
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    private static JsonNode checked(Slot slot, Values values, Problems problems) {
        if (slot.source() == Source.REQUEST) {
            return null;
        }
        Place place = slot.source().place(slot.name());
        JsonNode value = values.valueOf(slot);
        if (values.isRepeated(slot)) {
            problems.add(place, "is there more than once");
        } else if (value != null) {
            slot.shape().check(value, place, problems);
        } else if (!slot.shape().isOptional()) {
            problems.add(place, "is missing");
        }
        return value;
    }

    private static void checkFiles(Slot slot, Request request, Problems problems) {
        Place place = slot.source().place(slot.name());
        int files = uploads(slot, request).size();
        if (files == 0 && !slot.shape().isOptional()) {
            problems.add(place, "must be a file of a multipart form");
        } else if (files > 1 && !slot.takesMany()) {
            problems.add(place, "is there more than once");
        }
    }

    private static List<Upload> uploads(Slot slot, Request request) {
        return request.body().uploads().getOrDefault(slot.name(), List.of());
    }

    private Object argument(Slot slot, JsonNode value, Request request, Problems problems) {
        if (slot.source() == Source.REQUEST) {
            return ofRequest(slot.type().getRawClass(), request);
        }
        if (slot.takesFiles()) {
            return files(slot, uploads(slot, request));
        }
        if (value == null) {
            return Optional.empty();
        }
        try {
            return mapper.treeToValue(value, slot.type());
        } catch (JsonMappingException e) {
            if (Violations.findingOf(e).isPresent()) {
                throw new IllegalStateException("aide refused what was made of '" + slot.name() + "'", e);
            }
            Place place = slot.source().place(slot.name());
            problems.add(new Place(place.in(), place.pointer() + StrictJson.pointerOf(e)), reason(e));
        } catch (JsonProcessingException e) {
            problems.add(slot.source().place(slot.name()), e.getOriginalMessage());
        }
        return null;
    }

    /** What a record's own constructor said against it is for the client; what Jackson says is not. */
    private static String reason(JsonMappingException e) {
        return e.getCause() instanceof IllegalArgumentException refused && refused.getMessage() != null
                ? refused.getMessage()
                : "does not fit";
    }

    private static Object ofRequest(Class<?> type, Request request) {
        return Map.of(Request.class, request, Caller.class, request.caller(), Peer.class, request.peer())
                .get(type);
    }

    private static Object files(Slot slot, List<Upload> uploads) {
        if (slot.takesMany()) {
            return uploads;
        }
        return slot.shape().isOptional() ? uploads.stream().findFirst() : uploads.get(0);
    }
}
