package dev.aide.server;

import dev.aide.server.http.Method;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method an endpoint: {@code @Endpoint(value = "/api/notes/{id}", gate = "notes")}. Its parameters are bound by
 * their names.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Endpoint {

    /** The path, with variables as {@code {name}}. */
    String value();

    /** The HTTP method. */
    Method method() default Method.GET;

    /** The name of a gate that {@link PortalBuilder#gate} knows. Without one the portal does not start. */
    String gate() default "";

    /** What it does, in a line, for the documentation. */
    String summary() default "";
}
