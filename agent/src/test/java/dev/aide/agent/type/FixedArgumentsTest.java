package dev.aide.agent.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FixedArgumentsTest {

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @MethodSource
    void tells_what_is_provably_disjoint(Class<?> one, Class<?> other, boolean disjoint) {
        assertThat(FixedArguments.areDisjoint(one, other)).isEqualTo(disjoint);
        assertThat(FixedArguments.areDisjoint(other, one)).isEqualTo(disjoint);
    }

    /** JLS 5.5.1, for class, final class, interface and array types. */
    static List<Arguments> tells_what_is_provably_disjoint() {
        return List.of(
                Arguments.of(Object.class, String.class, false),
                Arguments.of(String.class, String.class, false),
                Arguments.of(Number.class, Integer.class, false),
                Arguments.of(Integer.class, Long.class, true),
                Arguments.of(Number.class, Thread.class, true),
                // a subclass of a class that is not final may implement any interface
                Arguments.of(Number.class, Runnable.class, false),
                Arguments.of(Thread.class, Runnable.class, false),
                Arguments.of(ArrayList.class, Runnable.class, false),
                // a final class may not
                Arguments.of(String.class, Runnable.class, true),
                Arguments.of(String.class, CharSequence.class, false),
                Arguments.of(TimeUnit.class, Runnable.class, true),
                // one class may implement any two interfaces
                Arguments.of(Runnable.class, CharSequence.class, false),
                Arguments.of(List.class, Runnable.class, false),
                // arrays
                Arguments.of(String[].class, Object.class, false),
                Arguments.of(String[].class, Serializable.class, false),
                Arguments.of(String[].class, Object[].class, false),
                Arguments.of(String[].class, Runnable.class, true),
                Arguments.of(String[].class, Integer[].class, true),
                Arguments.of(String[].class, String.class, true),
                Arguments.of(int[].class, long[].class, true),
                Arguments.of(int[].class, Object[].class, true));
    }
}
