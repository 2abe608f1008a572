package dev.aide.server.bind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aide.server.http.Caller;
import dev.aide.server.http.Method;
import dev.aide.server.http.Peer;
import dev.aide.server.http.Request;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which values an endpoint takes, by name: a name of the path's from the path; others from the body where the method has
 * one, else from the query. One may also be the whole body. Immutable.
 */
public final class Binding {
    private static final Set<Type> OF_THE_REQUEST = Set.of(Request.class, Caller.class, Peer.class);

    private final List<Slot> slots;

    private Binding(List<Slot> slots) {
        this.slots = List.copyOf(slots);
    }

    /** An endpoint that takes nothing by name. */
    public static Binding none() {
        return new Binding(List.of());
    }

    /** The parameters of a method. */
    public static Binding of(java.lang.reflect.Method handler, Method method, Collection<String> path, Shapes shapes) {
        List<Slot> slots = new ArrayList<>();
        for (Parameter parameter : handler.getParameters()) {
            String name = parameter.isNamePresent() ? parameter.getName() : "";
            slots.add(slot(name, parameter.getParameterizedType(), parameter, method, path, shapes));
        }
        return new Binding(slots);
    }

    /** The components of a record. */
    public static Binding of(Class<?> recordType, Method method, Collection<String> path, Shapes shapes) {
        List<Slot> slots = new ArrayList<>();
        for (RecordComponent component : recordType.getRecordComponents()) {
            slots.add(slot(component.getName(), component.getGenericType(), component, method, path, shapes));
        }
        return new Binding(slots);
    }

    private static Slot slot(
            String name, Type type, AnnotatedElement element, Method method, Collection<String> path, Shapes shapes) {
        Source source = source(name, type, element, method, path);
        Shape shape = source == Source.REQUEST ? new AnyShape() : shapes.of(type);
        return new Slot(name, shapes.typeOf(type), source, shape);
    }

    private static Source source(
            String name, Type type, AnnotatedElement element, Method method, Collection<String> path) {
        if (OF_THE_REQUEST.contains(type)) {
            return Source.REQUEST;
        }
        if (path.contains(name)) {
            return Source.PATH;
        }
        if (!method.hasBody() || element.isAnnotationPresent(Query.class)) {
            return Source.QUERY;
        }
        return element.isAnnotationPresent(RequestBody.class) ? Source.WHOLE_BODY : Source.BODY;
    }

    /** What makes it impossible, in words; empty if all is well. */
    public List<String> mistakes(Collection<String> path) {
        List<String> mistakes = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            String name = "parameter '" + slot.name() + "' ";
            switch (slot.source()) {
                case REQUEST -> {}
                case PATH ->
                    addIf(
                            mistakes,
                            !slot.fitsPath(),
                            name + "is taken from the path, and " + slot.type().toCanonical()
                                    + " can't be written there");
                case QUERY ->
                    addIf(
                            mistakes,
                            !slot.fitsQuery() && !slot.name().isEmpty(),
                            name + "is taken from the query, and " + slot.type().toCanonical()
                                    + " can't be written there");
                case WHOLE_BODY ->
                    addIf(
                            mistakes,
                            slots(Source.BODY).size() + slots(Source.WHOLE_BODY).size() > 1,
                            name + "is the whole body, so no other one can be taken from it");
                case BODY -> {}
            }
            addIf(
                    mistakes,
                    slot.name().isEmpty() && slot.source() != Source.REQUEST,
                    "parameter " + (i + 1) + " has no name in the class file: compile with -parameters");
        }
        for (String variable : path) {
            boolean isTaken = slots.stream().anyMatch(slot -> slot.name().equals(variable));
            addIf(mistakes, !isTaken, "the path's {" + variable + "} has no parameter of that name");
        }
        return mistakes;
    }

    private static void addIf(List<String> mistakes, boolean isMistake, String what) {
        if (isMistake) {
            mistakes.add(what);
        }
    }

    /** What it takes, in the order of the parameters. */
    public List<Slot> slots() {
        return slots;
    }

    /** What it takes from one source. */
    public List<Slot> slots(Source source) {
        return slots.stream().filter(slot -> slot.source() == source).toList();
    }

    /** Whether it takes anything from the body. */
    public boolean takesBody() {
        return !slots(Source.BODY).isEmpty() || !slots(Source.WHOLE_BODY).isEmpty();
    }

    /** The schema of the body. */
    public ObjectNode bodySchema(Schemas schemas) {
        Optional<Slot> whole = slots(Source.WHOLE_BODY).stream().findFirst();
        if (whole.isPresent()) {
            return whole.get().shape().schema(schemas);
        }
        Map<String, Shape> fields = new LinkedHashMap<>();
        slots(Source.BODY).forEach(slot -> fields.put(slot.name(), slot.shape()));
        return RecordShape.written(fields, schemas);
    }
}
