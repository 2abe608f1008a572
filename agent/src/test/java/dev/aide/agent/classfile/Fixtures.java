package dev.aide.agent.classfile;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;

/** Classes whose files the tests read; what they do does not matter. */
@SuppressWarnings("unused")
public final class Fixtures {
    private Fixtures() {}

    public static byte[] bytes(Class<?> type) throws IOException {
        String resource = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream in = type.getResourceAsStream(resource)) {
            return in.readAllBytes();
        }
    }

    public static class Named {
        void named(List<String> lines, long when, Object customer) {}
    }

    public enum Kind {
        ONE(List.of("a"), 1);

        Kind(List<String> names, long number) {}
    }

    public static class Lambdas {
        Consumer<String> made() {
            return text -> System.identityHashCode(text);
        }
    }

    public static Object local() {
        int captured = System.identityHashCode(Kind.ONE);
        class Local {
            Local(List<String> names) {}

            int captured() {
                return captured;
            }
        }
        return new Local(List.of());
    }

    @SuppressWarnings("ClassCanBeStatic") // its outer instance is what the tests are about
    public class Inner {
        Inner(long number, List<String> names) {}
    }

    public static class Nested {
        Nested(long number, List<String> names) {}
    }

    public interface Defaults<T> {
        default List<T> defaulted(List<T> values) {
            return values;
        }

        void isAbstract(List<String> values);
    }

    public static class Repository<T> implements Defaults<T> {
        static List<String> names(List<String> names) {
            return names;
        }

        T save(T entity) {
            return entity;
        }

        private T saved(T entity) {
            return entity;
        }

        @Override
        public void isAbstract(List<String> values) {}

        int plain(String text, int[] numbers, Integer boxed) {
            return numbers.length + boxed;
        }
    }

    public static class Users extends Repository<String> {
        @Override
        String save(String entity) {
            return entity;
        }
    }
}
