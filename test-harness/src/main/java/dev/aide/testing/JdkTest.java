package dev.aide.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs once on each JDK; the method takes a {@link Jdk} parameter. For a version that is not installed
 * ({@link Jdks#installed()}) there is a skipped invocation that says so, and a line on standard error.
 *
 * <pre>{@code
 * @JdkTest
 * void says_hello(Jdk jdk) { ... }
 *
 * @JdkTest({17, 21, 25})
 * void reads_a_record(Jdk jdk) { ... }
 * }</pre>
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(JdkInvocations.class)
public @interface JdkTest {

    /** The feature versions to run on. */
    int[] value() default {8, 11, 17, 21, 25};
}
