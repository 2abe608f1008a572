package fixture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What compilers of Java 8 add to class files: all of it is right, and prints what it does. */
@NullMarked
public class Constructs {
    private static final List<String> LINES = new ArrayList<String>();

    interface Task<T, R> extends Serializable {
        R run(T input);

        default <V> Task<T, V> then(Task<? super R, ? extends V> next) {
            return input -> next.run(run(input));
        }

        static <T> Task<T, T> identity() {
            return input -> input;
        }
    }

    /** Bridges: of generic parameters, of a covariant result, and of visibility. */
    abstract static class Repository<K extends Comparable<K>, V> {
        final Map<K, List<V>> rows = new HashMap<>();

        abstract V create(K key);

        List<V> add(K key, V value) {
            List<V> all = rows.computeIfAbsent(key, missing -> new ArrayList<>());
            all.add(value);
            return all;
        }

        Repository<K, V> self() {
            return this;
        }
    }

    static class Users extends Repository<String, StringBuilder> {
        @Override
        StringBuilder create(String key) {
            return new StringBuilder(key);
        }

        @Override
        List<StringBuilder> add(String key, StringBuilder value) {
            return super.add(key, value);
        }

        @Override
        Users self() {
            return this;
        }
    }

    static class Hidden {
        public List<String> names(List<String> more) {
            return more;
        }
    }

    public static class Shown extends Hidden {}

    /** Constructors whose descriptors have more than their signatures: name and ordinal, outer instance, captured values. */
    enum Size {
        SMALL(1, Arrays.asList("s", "xs")) {
            @Override
            List<String> with(List<String> more) {
                return more;
            }
        },
        LARGE(2, Collections.singletonList("l"));

        final int factor;
        final List<String> names;

        Size(int factor, List<String> names) {
            this.factor = factor;
            this.names = names;
        }

        List<String> with(List<String> more) {
            return names;
        }
    }

    class Inner<T> {
        final List<? extends T> items;

        Inner(@NonNull List<? extends T> items, @Nullable T last) {
            this.items = items;
        }

        class Innermost {
            final Map<String, T> named;

            Innermost(Map<String, T> named) {
                this.named = named;
            }
        }
    }

    class OfInner extends Inner<Integer> {
        OfInner(List<Integer> numbers) {
            super(numbers, null);
        }
    }

    private final List<String> own = new ArrayList<>();

    private Constructs() {}

    /** Accessors between nested classes before nest mates. */
    private static final class Closed {
        private List<String> names = new ArrayList<>();

        private Closed() {}

        private List<String> take(List<String> more) {
            names = more;
            return names;
        }
    }

    static <T extends Comparable<? super T> & Serializable> T largest(List<? extends T> values) {
        return Collections.max(values);
    }

    @SafeVarargs
    static <T> List<T> listOf(T... values) {
        return new ArrayList<>(Arrays.asList(values));
    }

    static String joined(String separator, String... parts) {
        return String.join(separator, parts);
    }

    static int sum(Map<String, ? super Integer> stock, Class<? extends Number> type) {
        return stock.size() + type.getSimpleName().length();
    }

    private List<String> capturing(List<String> names, @Nullable String last) {
        long wide = names.size();
        class Local {
            final List<String> mine;

            Local(List<String> more) {
                mine = new ArrayList<>(names);
                mine.addAll(more);
                mine.add(last + wide + own.size());
            }

            Local copy() {
                return new Local(mine);
            }
        }
        Supplier<List<String>> anonymous = new Supplier<List<String>>() {
            private final List<String> again = names;

            @Override
            public List<String> get() {
                return again;
            }
        };
        own.addAll(anonymous.get());
        return new Local(listOf("x")).copy().mine;
    }

    private static String inSwitch(Size size, String word) {
        switch (size) {
            case SMALL:
                break;
            default:
                return "large";
        }
        switch (word) {
            case "Aa":
                return "first";
            case "BB":
                return "second, of the same hash";
            default:
                return "none";
        }
    }

    private static String closing() throws Exception {
        List<String> closed = new ArrayList<>();
        try (AutoCloseable one = () -> closed.add("one");
                AutoCloseable two = () -> closed.add("two")) {
            assert one != two;
            closed.add("body");
        } finally {
            closed.add("finally");
        }
        return closed.toString();
    }

    private static String failing() {
        try {
            return new Callable<String>() {
                @Override
                public String call() throws IOException {
                    throw new IOException("declared");
                }
            }.call();
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T thereAndBack(T lambda) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(lambda);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }

    private static void say(String what, Object value) {
        LINES.add(what + " " + value);
    }

    public static void main(String[] arguments) throws Exception {
        Users users = new Users();
        Repository<String, StringBuilder> repository = users.self();
        say("bridges", repository.add("a", repository.create("b")));
        say("visibility bridge", new Shown().names(listOf("n")));
        for (Size size : Size.values()) {
            say("enum", size + " " + size.with(listOf("more")) + size.factor + Size.valueOf("LARGE").names);
        }
        Map<Size, List<String>> bySize = new EnumMap<>(Size.class);
        bySize.put(Size.SMALL, listOf("s"));
        say("enum map", bySize);

        Constructs outer = new Constructs();
        Inner<Number> inner = outer.new Inner<Number>(listOf(1, 2.5), null);
        say("inner", inner.items);
        say("innermost", inner.new Innermost(Collections.<String, Number>singletonMap("k", 7)).named);
        say("of inner", outer.new OfInner(listOf(3)).items);
        say("accessors", new Closed().take(listOf("c")));
        say("captured", outer.capturing(listOf("a", "b"), null));
        say("switches", inSwitch(Size.SMALL, "BB") + ", " + inSwitch(Size.LARGE, ""));
        say("closing", closing());
        say("failing", failing());

        say("intersection", largest(listOf("a", "c", "b")));
        say("varargs", joined("+") + joined("+", "a") + joined("+", "b", "c") + listOf(1, "two", 3L));
        say("wildcards", sum(Collections.<String, Number>singletonMap("k", 1.5), Integer.class));

        String prefix = "prefix ";
        Task<String, String> prefixed = thereAndBack((Task<String, String> & Serializable) text -> prefix + text);
        Task<String, Integer> length = thereAndBack((Task<String, Integer> & Serializable) String::length);
        Function<String, Users> made = ignored -> new Users();
        IntFunction<List<String>[]> array = List[]::new;
        BiFunction<Users, String, StringBuilder> unbound = Users::create;
        Comparator<Map.Entry<String, Integer>> byValue = Map.Entry.comparingByValue();
        say("lambdas", prefixed.then(length).then(Task.identity()).run("text"));
        say("references", array.apply(2).length + unbound.apply(made.apply(""), "made").toString());
        say("comparators", byValue.reversed() != null);
        for (String line : LINES) {
            System.out.println(line);
        }
    }
}
