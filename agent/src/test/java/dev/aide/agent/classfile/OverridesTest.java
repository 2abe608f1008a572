package dev.aide.agent.classfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

@SuppressWarnings("unused")
class OverridesTest {

    @Test
    void overrides_are_found_in_classes_interfaces_and_object() throws IOException {
        assertThat(overridesOf(Overriding.class)).containsExactlyInAnyOrder("get", "apply", "toString");
    }

    @Test
    void a_method_of_a_class_whose_supertype_cannot_be_read_may_be_one() throws IOException {
        Surroundings nothing = new Surroundings(
                new ClassFinder(new ClassLoader() {
                    @Override
                    public InputStream getResourceAsStream(String name) {
                        return null;
                    }
                }),
                null);

        assertThat(overridesOf(Overriding.class, nothing)).contains("own");
    }

    @Test
    void overridden_methods_are_told_nearest_first() throws IOException {
        assertThat(overriddenBy(Overriding.class, "get"))
                .containsExactly("java/util/ArrayList", "java/util/AbstractList", "java/util/List");
        assertThat(overriddenBy(Overriding.class, "toString"))
                .containsExactly("java/util/AbstractCollection", "java/lang/Object");
        assertThat(overriddenBy(Overriding.class, "own")).isEmpty();
        assertThat(overriddenBy(Overriding.class, "size")).isEmpty();
    }

    @Test
    void a_type_variable_above_may_be_any_type_here() throws IOException {
        assertThat(overriddenBy(Overriding.class, "apply")).containsExactly("java/util/function/Function");
    }

    /** Returns the types whose methods the first method of a name overrides. */
    private static List<String> overriddenBy(Class<?> type, String name) throws IOException {
        ClassFile file = ClassFile.read(Fixtures.bytes(type));
        MethodInfo method = file.methods().stream()
                .filter(each -> each.name().equals(name) && !each.is(ClassFile.BRIDGE))
                .findFirst()
                .orElseThrow();
        Surroundings around = new Surroundings(new ClassFinder(OverridesTest.class.getClassLoader()), null);
        return new Overrides(file, around)
                .of(method).stream().map(each -> each.type().name()).toList();
    }

    private static List<String> overridesOf(Class<?> type) throws IOException {
        return overridesOf(type, new Surroundings(new ClassFinder(OverridesTest.class.getClassLoader()), null));
    }

    private static List<String> overridesOf(Class<?> type, Surroundings surroundings) throws IOException {
        ClassFile file = ClassFile.read(Fixtures.bytes(type));
        Overrides overrides = new Overrides(file, surroundings);
        List<String> found = new ArrayList<>();
        for (MethodInfo method : file.methods()) {
            if (!method.is(ClassFile.BRIDGE) && overrides.include(method)) {
                found.add(method.name());
            }
        }
        return found;
    }

    static class Overriding extends ArrayList<String> implements Function<String, Integer> {
        Overriding() {}

        @Override
        public String get(int index) {
            return "";
        }

        @Override
        public Integer apply(String value) {
            return 0;
        }

        @Override
        public String toString() {
            return "";
        }

        String get(String other, int index) {
            return other;
        }

        void own() {}

        static void size(int ofClass) {}
    }
}
