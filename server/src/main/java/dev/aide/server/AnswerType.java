package dev.aide.server;

import dev.aide.server.http.Response;
import java.lang.invoke.MethodType;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * What an endpoint says that it answers. Immutable.
 *
 * @param type of what is answered; {@code Object} if nothing is said
 * @param isList whether it is a list of that
 */
record AnswerType(Class<?> type, boolean isList) {
    static final AnswerType UNSAID = new AnswerType(Object.class, false);

    /**
     * A handler's result, in which all is of this type: also in an Optional, a future or a successful Response.
     *
     * @throws IllegalStateException if it is not; for a future and a stream when it is there
     */
    Object checked(Object value, String endpoint) {
        if (value instanceof CompletionStage<?> stage) {
            return stage.thenApply(result -> checked(result, endpoint));
        }
        if (value instanceof Response response) {
            return response.status() < 300 ? response.body(checked(response.body(), endpoint)) : response;
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(present -> checked(present, endpoint));
        }
        if (isList && value instanceof Stream<?> stream) {
            return stream.map(element -> checkedOne(element, endpoint));
        }
        if (isList && value instanceof Collection<?> collection) {
            collection.forEach(element -> checkedOne(element, endpoint));
            return value;
        }
        return value == null || !isList ? checkedOne(value, endpoint) : refuse(value, endpoint);
    }

    private Object checkedOne(Object value, String endpoint) {
        boolean isRight =
                value == null || MethodType.methodType(type).wrap().returnType().isInstance(value);
        return isRight ? value : refuse(value, endpoint);
    }

    private Object refuse(Object value, String endpoint) {
        throw new IllegalStateException(endpoint + " says that it answers " + this + ", and gave a "
                + value.getClass().getName());
    }

    @Override
    public String toString() {
        return (isList ? "a list of " : "a ") + type.getName();
    }
}
