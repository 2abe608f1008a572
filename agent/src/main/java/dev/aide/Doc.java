package dev.aide;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a method is for, kept in the class file, where the rule {@code docs.missing} finds it without any source.
 * Retained in class files only: it costs a program nothing at run time.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface Doc {

    /**
     * Returns what the method is for; blank text documents nothing.
     *
     * @return a sentence or more
     */
    String value();
}
