package dev.aide.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Tests that fail where the code they call breaks a contract, even if it goes on as if nothing had happened. The agent,
 * {@code aide.jar} on the class path of the tests, comes into their JVM by itself where that lets itself be attached to.
 *
 * <pre>{@code
 * @Enforced(include = "com.acme.**")
 * class OrderServiceTest {
 *     @Test
 *     void places_an_order() { ... }
 *
 *     @Test
 *     void refuses_a_polluted_list(ViolationWatch watch) {
 *         watch.expectIn(() -> service.place(polluted)).ofRule("types.argument").hasSize(1);
 *     }
 * }
 * }</pre>
 *
 * <p>What a baseline lists fails no test. Violations are those of the whole JVM while a test runs: classes with this
 * annotation take turns where tests run in parallel.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EnforcedExtension.class)
@ResourceLock("dev.aide")
public @interface Enforced {

    /**
     * The classes to hold, as in {@code aide.include}; by default the package of the test class and all below. A JVM that was
     * started with the agent holds what it was told to, and this is not looked at.
     */
    String[] include() default {};

    /** More settings for an agent that comes by itself, such as {@code types.depth=full}; {@code mode=enforce} by default. */
    String[] settings() default {};
}
