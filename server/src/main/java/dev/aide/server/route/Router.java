package dev.aide.server.route;

import dev.aide.server.http.HttpError;
import dev.aide.server.http.Method;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds what is registered for a method and path. A fixed segment goes before a variable.
 *
 * @param <T> what is registered
 */
public final class Router<T> {
    private final Node<T> root = new Node<>();

    /**
     * Registers something. For one thread, before the first {@link #find}.
     *
     * @return what was there already, and stays
     */
    public Optional<T> add(Method method, PathTemplate path, T target) {
        Node<T> node = root;
        for (String segment : path.segments()) {
            node = PathTemplate.isVariable(segment)
                    ? node.variable()
                    : node.fixed.computeIfAbsent(segment, unused -> new Node<>());
        }
        return Optional.ofNullable(node.targets.putIfAbsent(method, new Target<>(path, target)))
                .map(Target::value);
    }

    /**
     * Finds what was registered.
     *
     * @param path decoded segment by segment
     * @throws HttpError 404, or 405 with the methods that there are
     */
    public Match<T> find(String method, List<String> path) {
        Node<T> node = find(root, path, 0);
        if (node == null) {
            throw HttpError.notFound("there is nothing at this path");
        }
        String known = method.equals("HEAD") ? "GET" : method;
        for (Map.Entry<Method, Target<T>> target : node.targets.entrySet()) {
            if (target.getKey().name().equals(known)) {
                return target.getValue().match(path);
            }
        }
        throw HttpError.of(405, method + " is not possible here; possible is " + allowed(node))
                .header("Allow", allowed(node));
    }

    /** The methods at a path; empty if there is none. */
    public Set<String> methods(List<String> path) {
        Node<T> node = find(root, path, 0);
        return node == null
                ? Set.of()
                : node.targets.keySet().stream().map(Enum::name).collect(Collectors.toSet());
    }

    private static String allowed(Node<?> node) {
        Set<String> names = new TreeSet<>(Set.of("OPTIONS"));
        node.targets.keySet().forEach(method -> names.add(method.name()));
        if (names.contains("GET")) {
            names.add("HEAD");
        }
        return String.join(", ", names);
    }

    private static <T> Node<T> find(Node<T> node, List<String> path, int index) {
        if (index == path.size()) {
            return node.targets.isEmpty() ? null : node;
        }
        Node<T> fixed = node.fixed.get(path.get(index));
        Node<T> found = fixed == null ? null : find(fixed, path, index + 1);
        boolean mayVary =
                found == null && node.variable != null && !path.get(index).isEmpty();
        return mayVary ? find(node.variable, path, index + 1) : found;
    }

    private static final class Node<T> {
        private final Map<String, Node<T>> fixed = new HashMap<>();
        private final Map<Method, Target<T>> targets = new EnumMap<>(Method.class);
        private Node<T> variable;

        Node<T> variable() {
            if (variable == null) {
                variable = new Node<>();
            }
            return variable;
        }
    }

    private record Target<T>(PathTemplate path, T value) {

        Match<T> match(List<String> actual) {
            Map<String, String> variables = new HashMap<>();
            List<String> segments = path.segments();
            for (int i = 0; i < segments.size(); i++) {
                String segment = segments.get(i);
                if (PathTemplate.isVariable(segment)) {
                    variables.put(segment.substring(1, segment.length() - 1), actual.get(i));
                }
            }
            return new Match<>(value, Map.copyOf(variables));
        }
    }

    /**
     * What was found. Immutable.
     *
     * @param target what was registered
     * @param variables the values of the path's variables
     */
    public record Match<T>(T target, Map<String, String> variables) {}
}
