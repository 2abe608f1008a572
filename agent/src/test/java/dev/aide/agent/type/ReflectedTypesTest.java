package dev.aide.agent.type;

import static org.assertj.core.api.Assertions.assertThat;

import io.leangen.geantyref.GenericTypeReflector;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReflectedTypesTest {

    interface Source<S> {}

    interface Both<A, B> extends Source<Map<A, ? extends B>>, Consumer<A[]> {}

    abstract static class Half<X> implements Both<String, List<X>> {}

    abstract static class Whole extends Half<Integer> {}

    abstract static class Bytes implements Consumer<byte[]> {}

    abstract static class Joined extends HashMap<String, Integer> implements Function<Long, List<? super Number>> {}

    abstract static class Operator implements BinaryOperator<Map.Entry<String, Integer[]>> {}

    @SuppressWarnings({"ClassCanBeStatic", "TypeParameterShadowing", "unused"})
    static class Outer<T> {
        class Inner<U> {}

        class Nearer extends Inner<T> {}

        class Hiding<T> extends Inner<T> {}
    }

    @SuppressWarnings("ClassCanBeStatic")
    static class OfStrings extends Outer<String> {
        class Special extends Inner<Integer> {}

        class Nearest extends Nearer {}

        class Hidden extends Hiding<Long> {}
    }

    @SuppressWarnings("ClassCanBeStatic")
    static class OfAny<S> extends Outer<S> {
        class Special extends Inner<Integer> {}
    }

    @Test
    void a_class_within_a_subclass_fixes_what_the_class_around_its_superclass_leaves_open() {
        assertThat(signatures(OfStrings.Special.class))
                .isEqualTo(Map.of("T", "Ljava/lang/String;", "U", "Ljava/lang/Integer;"));
        assertThat(signatures(OfStrings.Nearest.class))
                .isEqualTo(Map.of("T", "Ljava/lang/String;", "U", "Ljava/lang/String;"));
    }

    @Test
    void a_variable_with_a_namesake_around_it_may_be_either_of_them() {
        assertThat(signatures(OfStrings.Hidden.class)).isEqualTo(Map.of("T", "*", "U", "Ljava/lang/Long;"));
    }

    @Test
    void what_the_class_around_leaves_open_stays_open() {
        assertThat(signatures(OfAny.Special.class)).isEqualTo(Map.of("T", "*", "U", "Ljava/lang/Integer;"));
        assertThat(ReflectedTypes.fixedBy(Outer.Inner.class, Outer.Inner.class)).doesNotContainKey("T");
    }

    private static Map<String, String> signatures(Class<?> type) {
        Map<String, String> signatures = new HashMap<>();
        ReflectedTypes.fixedBy(type, Outer.Inner.class)
                .forEach((name, argument) -> signatures.put(name, signature(argument)));
        return signatures;
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource
    void agrees_with_geantyref_on_what_a_class_fixes(Class<?> type, Class<?> supertype) {
        Map<String, TypeArgument> ours = ReflectedTypes.fixedBy(type, supertype);

        Type theirs = GenericTypeReflector.getExactSuperType(type, supertype);
        List<String> expected = new ArrayList<>();
        for (Type argument : ((ParameterizedType) theirs).getActualTypeArguments()) {
            expected.add(Signatures.of(argument));
        }
        List<String> found = new ArrayList<>();
        for (TypeVariable<?> parameter : supertype.getTypeParameters()) {
            found.add(signature(ours.get(parameter.getName())));
        }
        assertThat(found).isEqualTo(expected);
    }

    static List<Arguments> agrees_with_geantyref_on_what_a_class_fixes() {
        return List.of(
                Arguments.of(Whole.class, Half.class),
                Arguments.of(Whole.class, Both.class),
                Arguments.of(Whole.class, Source.class),
                Arguments.of(Whole.class, Consumer.class),
                Arguments.of(Bytes.class, Consumer.class),
                Arguments.of(Joined.class, HashMap.class),
                Arguments.of(Joined.class, Map.class),
                Arguments.of(Joined.class, Function.class),
                Arguments.of(Operator.class, java.util.function.BiFunction.class),
                Arguments.of(Properties.class, Map.class),
                Arguments.of(String.class, Comparable.class),
                Arguments.of(java.util.concurrent.TimeUnit.class, Enum.class),
                Arguments.of(java.util.concurrent.TimeUnit.class, Comparable.class),
                Arguments.of(java.time.LocalDate.class, Comparable.class),
                Arguments.of(java.nio.file.Path.class, Iterable.class));
    }

    @Test
    void what_an_instance_chooses_stays_open() {
        Map<String, TypeArgument> fixed = ReflectedTypes.fixedBy(TreeMap.class, Map.class);

        assertThat(fixed.get("K")).isSameAs(TypeArgument.ANY);
        assertThat(fixed.get("V")).isSameAs(TypeArgument.ANY);
        assertThat(ReflectedTypes.fixedBy(Half.class, Source.class).get("S").bound)
                .hasToString("java.util.Map<java.lang.String, ? extends java.util.List<?>>");
    }

    @Test
    void a_class_has_its_supertypes_parameters_in_its_own_variables() {
        for (Class<?> type : List.of(LinkedHashMap.class, ConcurrentSkipListMap.class, NavigableMap.class)) {
            Map<String, TypeArgument> arguments = ReflectedTypes.inOwnVariables(type, Map.class);
            assertThat(arguments.get("K").bound).hasToString("K");
            assertThat(arguments.get("V").bound).hasToString("V");
        }
        assertThat(ReflectedTypes.inOwnVariables(EnumMap.class, Map.class).get("K").bound)
                .hasToString("K");
    }

    @Test
    void raw_supertypes_and_strangers_say_nothing() {
        assertThat(ReflectedTypes.fixedBy(RawSource.class, Source.class)).isNull();
        assertThat(ReflectedTypes.fixedBy(BelowRaw.class, Source.class)).isNull();
        assertThat(ReflectedTypes.fixedBy(String.class, List.class)).isNull();
        assertThat(ReflectedTypes.fixedBy(Collections.reverseOrder().getClass(), Comparator.class)
                        .get("T")
                        .bound)
                .hasToString("java.lang.Comparable<java.lang.Object>");
    }

    @SuppressWarnings("rawtypes")
    abstract static class RawSource<T> implements Source {}

    abstract static class BelowRaw extends RawSource<String> {}

    private static String signature(TypeArgument argument) {
        return switch (argument.kind) {
            case UNBOUNDED -> "*";
            case EXACT -> signature(argument.bound);
            case EXTENDS -> '+' + signature(argument.bound);
            case SUPER -> '-' + signature(argument.bound);
        };
    }

    private static String signature(JavaType type) {
        if (type instanceof ArrayType array) {
            return '[' + signature(array.component);
        }
        if (type instanceof ClassType parameterized) {
            String raw = parameterized.resolved.descriptorString();
            if (parameterized.arguments.isEmpty()) {
                return raw;
            }
            StringBuilder text = new StringBuilder(raw.substring(0, raw.length() - 1)).append('<');
            parameterized.arguments.forEach(argument -> text.append(signature(argument)));
            return text.append(">;").toString();
        }
        return type instanceof PrimitiveType ? primitive(type.toString()) : 'T' + type.toString() + ';';
    }

    private static String primitive(String keyword) {
        int index = List.of("byte", "char", "double", "float", "int", "long", "short", "boolean")
                .indexOf(keyword);
        return "BCDFIJSZ".substring(index, index + 1);
    }
}
