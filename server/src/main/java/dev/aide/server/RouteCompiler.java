package dev.aide.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aide.server.Draft.Annotated;
import dev.aide.server.Draft.Raw;
import dev.aide.server.Draft.Typed;
import dev.aide.server.agent.Violations;
import dev.aide.server.bind.Binder;
import dev.aide.server.bind.Binding;
import dev.aide.server.bind.Shape;
import dev.aide.server.bind.Shapes;
import dev.aide.server.gate.Credentials;
import dev.aide.server.gate.Gate;
import dev.aide.server.http.Handler;
import dev.aide.server.http.HttpError;
import dev.aide.server.http.Problem;
import dev.aide.server.openapi.Javadoc;
import dev.aide.server.route.PathTemplate;
import dev.aide.server.route.Route;
import dev.aide.server.route.RouteDoc;
import dev.aide.server.route.Router;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes routes of drafts, and collects what is wrong with all of them. For one thread. */
final class RouteCompiler {
    private final Map<String, Gate> gates;
    private final Credentials credentials;
    private final ObjectMapper mapper;
    private final Shapes shapes;
    private final Router<Draft> taken = new Router<>();
    private final Map<String, Draft> firstByPlace = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    RouteCompiler(Map<String, Gate> gates, Credentials credentials, ObjectMapper mapper) {
        this.gates = gates;
        this.credentials = credentials;
        this.mapper = mapper;
        this.shapes = new Shapes(mapper);
    }

    List<String> problems() {
        return problems;
    }

    /** The routes of those drafts with which nothing is wrong. */
    List<Route> compile(List<Draft> drafts) {
        return drafts.stream().flatMap(draft -> compile(draft).stream()).toList();
    }

    private Optional<Route> compile(Draft draft) {
        int before = problems.size();
        Optional<PathTemplate> path = path(draft);
        Optional<Gate> gate = gate(draft);
        gate.ifPresent(known -> credentials.missingFor(known).forEach(missing -> report(draft, missing)));
        if (path.isEmpty()) {
            return Optional.empty();
        }
        taken.add(draft.method(), path.get(), draft)
                .ifPresentOrElse(
                        other -> report(draft, "is there twice: also as " + other.name()),
                        () -> checkVariables(draft, path.get()));
        Binding binding = binding(draft, path.get());
        if (!(draft.target() instanceof Raw)) {
            binding.mistakes(path.get().variables()).forEach(mistake -> report(draft, mistake));
        }
        return problems.size() > before || gate.isEmpty()
                ? Optional.empty()
                : Optional.of(route(draft, path.get(), gate.get(), binding));
    }

    private void report(Draft draft, String problem) {
        problems.add(draft.name() + ": " + problem);
    }

    private Optional<PathTemplate> path(Draft draft) {
        try {
            return Optional.of(PathTemplate.parse(draft.path()));
        } catch (IllegalArgumentException e) {
            report(draft, e.getMessage());
            return Optional.empty();
        }
    }

    /** OpenAPI has no way to say that the methods of one place name its variables differently. */
    private void checkVariables(Draft draft, PathTemplate path) {
        Draft first = firstByPlace.putIfAbsent(path.place(), draft);
        if (first != null && !first.path().equals(draft.path())) {
            report(
                    draft,
                    "names the variables of its path otherwise than " + first.name() + "; give both the same names");
        }
    }

    private Optional<Gate> gate(Draft draft) {
        if (draft.gate() != null) {
            return Optional.of(draft.gate());
        }
        if (draft.gateName().isEmpty()) {
            report(draft, "has no gate; say who may call it, with Gate.open() if everybody may");
            return Optional.empty();
        }
        Optional<Gate> gate = Optional.ofNullable(gates.get(draft.gateName()));
        if (gate.isEmpty()) {
            report(draft, "its gate '" + draft.gateName() + "' is not known; known are " + gates.keySet());
        }
        return gate;
    }

    private Binding binding(Draft draft, PathTemplate path) {
        if (draft.target() instanceof Typed<?> typed) {
            return Binding.of(typed.type(), draft.method(), path.variables(), shapes);
        }
        if (draft.target() instanceof Annotated annotated) {
            return Binding.of(annotated.method(), draft.method(), path.variables(), shapes);
        }
        return Binding.none();
    }

    private Route route(Draft draft, PathTemplate path, Gate gate, Binding binding) {
        return new Route(
                draft.method(),
                path,
                gate,
                draft.origin(),
                doc(draft),
                binding,
                draft.target() instanceof Raw,
                result(draft),
                handler(draft, new Binder(binding, mapper)));
    }

    /** What stands in the answer: of an Optional or a future what is in it. */
    private Shape result(Draft draft) {
        if (draft.target() instanceof Annotated annotated) {
            return shapes.ofResult(annotated.method().getGenericReturnType());
        }
        Class<?> type = draft.answer().type();
        return draft.answer().isList()
                ? shapes.of(mapper.getTypeFactory().constructCollectionType(List.class, type))
                : shapes.ofResult(type);
    }

    private static RouteDoc doc(Draft draft) {
        if (draft.target() instanceof Annotated annotated) {
            return Javadoc.of(annotated.method(), draft.summary());
        }
        return draft.target() instanceof Typed<?> typed
                ? Javadoc.ofInput(typed.type(), draft.summary())
                : RouteDoc.of(draft.summary());
    }

    private static Handler handler(Draft draft, Binder binder) {
        Handler handler = unchecked(draft, binder);
        return draft.answer().equals(AnswerType.UNSAID)
                ? handler
                : request -> draft.answer().checked(handler.handle(request), draft.name());
    }

    private static Handler unchecked(Draft draft, Binder binder) {
        if (draft.target() instanceof Annotated annotated) {
            return method(annotated, binder);
        }
        if (draft.target() instanceof Typed<?> typed) {
            return typed(typed, binder);
        }
        return ((Raw) draft.target()).handler();
    }

    private static Handler method(Annotated annotated, Binder binder) {
        annotated.method().setAccessible(true);
        return request -> {
            try {
                return annotated.method().invoke(annotated.instance(), binder.arguments(request));
            } catch (InvocationTargetException e) {
                throw unwrapped(e);
            }
        };
    }

    private static <R extends Record> Handler typed(Typed<R> typed, Binder binder) {
        Constructor<R> constructor = canonicalConstructor(typed.type());
        return request -> typed.handler().handle(made(constructor, binder.arguments(request)), request);
    }

    private static <R extends Record> Constructor<R> canonicalConstructor(Class<R> type) {
        Class<?>[] parameters = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(parameters);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("each record has a canonical constructor", e);
        }
    }

    /** What a record's own constructor says against its values is for the client. */
    private static <R> R made(Constructor<R> constructor, Object[] arguments) throws Exception {
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            boolean isViolation = Violations.findingOf(e).isPresent();
            if (e.getCause() instanceof IllegalArgumentException refused && !isViolation) {
                throw HttpError.unprocessable(List.of(new Problem("body", "", String.valueOf(refused.getMessage()))));
            }
            throw unwrapped(e);
        }
    }

    private static Exception unwrapped(InvocationTargetException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof Exception cause ? cause : e;
    }
}
