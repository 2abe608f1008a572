package dev.aide.server.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.therapi.runtimejavadoc.ClassJavadoc;
import com.github.therapi.runtimejavadoc.MethodJavadoc;
import com.github.therapi.runtimejavadoc.ParamJavadoc;
import com.github.therapi.runtimejavadoc.RuntimeJavadoc;
import dev.aide.server.route.RouteDoc;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Documentation comments of classes whose compiler ran the annotation processor of therapi-runtime-javadoc, which keeps
 * them in a resource beside the class. Other classes have none.
 */
public final class Javadoc {
    private static final Logger LOG = LoggerFactory.getLogger(Javadoc.class);

    private Javadoc() {}

    /**
     * What the comment of a handler says.
     *
     * @param summary what is said of it elsewhere, and goes before; may be empty
     */
    public static RouteDoc of(Method handler, String summary) {
        Optional<MethodJavadoc> found = kept(handler.getDeclaringClass(), () -> RuntimeJavadoc.getJavadoc(handler));
        if (found.isEmpty()) {
            return RouteDoc.of(summary);
        }
        MarkdownComment comment = MarkdownComment.of(found.get().getComment());
        String line = summary.isEmpty() ? comment.firstSentence() : summary;
        return new RouteDoc(
                line,
                comment.isOneSentence() && summary.isEmpty() ? "" : comment.text(),
                texts(found.get().getParams()),
                MarkdownComment.of(found.get().getReturns()).text());
    }

    /**
     * What the comment of a record says of its components.
     *
     * @param summary what is said of the endpoint that takes it
     */
    public static RouteDoc ofInput(Class<?> type, String summary) {
        return new RouteDoc(summary, "", components(type), "");
    }

    /** Adds what the comment of a record says to its schema. */
    static void describe(Class<?> type, ObjectNode schema) {
        kept(type, () -> RuntimeJavadoc.getJavadoc(type))
                .map(found -> MarkdownComment.of(found.getComment()).text())
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> schema.put("description", text));
        describe(components(type), schema);
    }

    /** Adds texts to the properties of a schema that have their names. */
    static void describe(Map<String, String> texts, ObjectNode schema) {
        texts.forEach((name, text) -> {
            if (schema.path("properties").get(name) instanceof ObjectNode property) {
                property.put("description", text);
            }
        });
    }

    private static Map<String, String> components(Class<?> type) {
        return kept(type, () -> RuntimeJavadoc.getJavadoc(type))
                .map(ClassJavadoc::getRecordComponents)
                .map(Javadoc::texts)
                .orElse(Map.of());
    }

    private static Map<String, String> texts(List<ParamJavadoc> parameters) {
        return parameters.stream()
                .collect(Collectors.toMap(
                        ParamJavadoc::getName,
                        parameter -> MarkdownComment.of(parameter.getComment()).text(),
                        (first, again) -> first));
    }

    /** A resource that can't be read is no reason not to start. */
    private static <T> Optional<T> kept(Class<?> type, Supplier<T> reader) {
        try {
            return Optional.of(reader.get());
        } catch (RuntimeException e) {
            LOG.warn("the documentation kept beside {} can't be read; compile the class again", type.getName(), e);
            return Optional.empty();
        }
    }
}
