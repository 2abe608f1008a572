package dev.aide;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Takes a class, a method, a parameter or a field out of rules of aide: {@code @Unchecked("types.argument")}. On a class
 * it holds for all its members, nested classes not included.
 *
 * <p>It stays in the class file and is not there for reflection, so a program needs aide.jar to compile only.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.PARAMETER, ElementType.FIELD})
public @interface Unchecked {
    /**
     * Returns the rules that do not hold here, by their ids or what these begin with: {@code types} is
     * {@code types.argument}, {@code types.return} and {@code types.field}. Without any, no rule holds.
     */
    String[] value() default {};
}
