package dev.aide.agent.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import java.lang.invoke.MethodHandle;
import java.nio.CharBuffer;
import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Properties;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicMarkableReference;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings("JdkObsolete") // programs have them, so they are checked
class CheckCompilerTest {
    private static final Comparator<Object> BY_TEXT = Comparator.comparing(Object::toString);

    private final Checking checking = Checking.full();

    // collections

    @ParameterizedTest
    @MethodSource
    void elements_of_each_kind_of_collection_are_checked(Function<Collection<Object>, Collection<Object>> kind) {
        Collection<Object> polluted = kind.apply(List.of("a", 1));
        int index = new ArrayList<>(polluted).indexOf(1);
        boolean sized = !(polluted instanceof ConcurrentLinkedQueue
                || polluted instanceof ConcurrentLinkedDeque
                || polluted instanceof ConcurrentSkipListSet
                || polluted instanceof LinkedTransferQueue);

        checking.accepts(new Declared<Collection<String>>() {}, kind.apply(List.of("a", "b")));
        checking.accepts(new Declared<Iterable<? extends Comparable<?>>>() {}, polluted);
        checking.refuses(
                new Declared<Collection<String>>() {},
                polluted,
                "[" + index + "] is java.lang.Integer, declared java.lang.String ("
                        + polluted.getClass().getName() + (sized ? " of " + polluted.size() : "") + ")");
    }

    static Stream<Named<Function<Collection<Object>, Collection<Object>>>>
            elements_of_each_kind_of_collection_are_checked() {
        return Stream.of(
                named("ArrayList", ArrayList::new),
                named("LinkedList", LinkedList::new),
                named("ArrayDeque", ArrayDeque::new),
                named("PriorityQueue", c -> addAll(new PriorityQueue<>(BY_TEXT), c)),
                named("HashSet", HashSet::new),
                named("LinkedHashSet", LinkedHashSet::new),
                named("TreeSet", c -> addAll(new TreeSet<>(BY_TEXT), c)),
                named("CopyOnWriteArrayList", CopyOnWriteArrayList::new),
                named("CopyOnWriteArraySet", CopyOnWriteArraySet::new),
                named("ConcurrentLinkedQueue", ConcurrentLinkedQueue::new),
                named("ConcurrentLinkedDeque", ConcurrentLinkedDeque::new),
                named("LinkedTransferQueue", LinkedTransferQueue::new),
                named("ConcurrentSkipListSet", c -> addAll(new ConcurrentSkipListSet<>(BY_TEXT), c)),
                named("newSetFromMap", c -> addAll(Collections.newSetFromMap(new HashMap<>()), c)),
                named("ConcurrentHashMap.newKeySet", c -> addAll(ConcurrentHashMap.newKeySet(), c)),
                named("Arrays.asList", c -> Arrays.asList(c.toArray())),
                named("List.of", List::copyOf),
                named(
                        "List.of, many",
                        c -> List.of(List.copyOf(c).get(0), "x", List.copyOf(c).get(1))),
                named("Set.of", Set::copyOf),
                named("Set.of, many", c -> Set.of("x", "y", List.copyOf(c).get(1))),
                named("Stream.toList", c -> c.stream().toList()),
                named(
                        "singletonList",
                        c -> Collections.singletonList(List.copyOf(c).get(1))),
                named("singleton", c -> Collections.singleton(List.copyOf(c).get(1))),
                named("nCopies", c -> Collections.nCopies(2, List.copyOf(c).get(1))),
                named("unmodifiableCollection", c -> Collections.unmodifiableCollection(new ArrayList<>(c))),
                named("unmodifiableList", c -> Collections.unmodifiableList(new ArrayList<>(c))),
                named("unmodifiableList, linked", c -> Collections.unmodifiableList(new LinkedList<>(c))),
                named("unmodifiableSet", c -> Collections.unmodifiableSet(new HashSet<>(c))),
                named(
                        "unmodifiableSortedSet",
                        c -> Collections.unmodifiableSortedSet(addAll(new TreeSet<>(BY_TEXT), c))),
                named(
                        "unmodifiable of unmodifiable",
                        c -> Collections.unmodifiableCollection(Collections.unmodifiableList(new ArrayList<>(c)))),
                named("checkedCollection", c -> Collections.checkedCollection(new ArrayList<>(c), Object.class)),
                named("checkedList", c -> Collections.checkedList(new ArrayList<>(c), Object.class)),
                named("checkedSet", c -> Collections.checkedSet(new HashSet<>(c), Object.class)),
                named("checkedQueue", c -> Collections.checkedQueue(new ArrayDeque<>(c), Object.class)),
                named("subList of ArrayList", c -> new ArrayList<>(c).subList(0, 2)),
                named("subList of LinkedList", c -> new LinkedList<>(c).subList(0, 2)),
                named(
                        "subList of Arrays.asList",
                        c -> Arrays.asList(c.toArray()).subList(0, 2)),
                named("subList of List.of", c -> List.of(c.toArray()).subList(0, 2)),
                named("HashMap.keySet", c -> map(new HashMap<>(), c).keySet()),
                named("HashMap.values", c -> map(new HashMap<>(), c).values()),
                named("LinkedHashMap.keySet", c -> map(new LinkedHashMap<>(), c).keySet()),
                named("LinkedHashMap.values", c -> map(new LinkedHashMap<>(), c).values()),
                named("TreeMap.keySet", c -> map(new TreeMap<>(BY_TEXT), c).keySet()),
                named("TreeMap.values", c -> map(new TreeMap<>(BY_TEXT), c).values()),
                named(
                        "ConcurrentHashMap.keySet",
                        c -> map(new ConcurrentHashMap<>(), c).keySet()),
                named(
                        "ConcurrentHashMap.values",
                        c -> map(new ConcurrentHashMap<>(), c).values()));
    }

    @Test
    void declared_kinds_of_collection_are_told_apart() {
        List<Object> list = new ArrayList<>(List.of("a", 1));

        checking.refuses(
                new Declared<List<String>>() {},
                list,
                "[1] is java.lang.Integer, declared java.lang.String (java.util.ArrayList of 2)");
        checking.refuses(
                new Declared<Set<String>>() {},
                list,
                "is java.util.ArrayList, declared java.util.Set<java.lang.String>");
        checking.refuses(
                new Declared<Queue<String>>() {},
                new LinkedList<>(list),
                "[1] is java.lang.Integer, declared java.lang.String (java.util.LinkedList of 2)");
        checking.refuses(
                new Declared<Deque<String>>() {},
                new ArrayDeque<>(list),
                "[1] is java.lang.Integer, declared java.lang.String (java.util.ArrayDeque of 2)");
        checking.refuses(
                new Declared<SortedSet<Integer>>() {},
                new TreeSet<>(Set.of("a")),
                "[0] is java.lang.String, declared java.lang.Integer (java.util.TreeSet of 1)");
        checking.refuses(
                new Declared<NavigableSet<Integer>>() {},
                new TreeSet<>(Set.of("a")),
                "[0] is java.lang.String, declared java.lang.Integer (java.util.TreeSet of 1)");
    }

    @Test
    void nulls_fit_everywhere() {
        checking.accepts(new Declared<List<String>>() {}, null);
        checking.accepts(new Declared<List<String>>() {}, Arrays.asList(null, "a"));
        checking.accepts(new Declared<Map<String, Integer>>() {}, Collections.singletonMap(null, null));
        checking.accepts(new Declared<Runnable>() {}, null);
        checking.accepts(new Declared<Class<String>>() {}, null);
        checking.accepts(new Declared<List<String>[]>() {}, null);
    }

    // maps

    @ParameterizedTest
    @MethodSource
    void keys_and_values_of_each_kind_of_map_are_checked(Function<Map<Object, Object>, Map<Object, Object>> kind) {
        Map<Object, Object> wrongValue = kind.apply(Collections.singletonMap("k", "v"));
        Map<Object, Object> wrongKey = kind.apply(Collections.singletonMap(1L, 1));
        String container =
                " (" + wrongValue.getClass().getName() + (wrongValue instanceof ConcurrentSkipListMap ? ")" : " of 1)");

        checking.accepts(new Declared<Map<String, Integer>>() {}, kind.apply(Collections.singletonMap("k", 1)));
        checking.accepts(new Declared<Map<?, ? extends Object>>() {}, wrongValue);
        checking.refuses(
                new Declared<Map<String, Integer>>() {},
                wrongValue,
                "{value} is java.lang.String, declared java.lang.Integer" + container);
        checking.refuses(
                new Declared<Map<String, Integer>>() {},
                wrongKey,
                "{key} is java.lang.Long, declared java.lang.String" + container);
        checking.refuses(
                new Declared<Map<?, Integer>>() {},
                wrongValue,
                "{value} is java.lang.String, declared java.lang.Integer" + container);
        checking.refuses(
                new Declared<Map<String, ?>>() {},
                wrongKey,
                "{key} is java.lang.Long, declared java.lang.String" + container);
    }

    static Stream<Named<Function<Map<Object, Object>, Map<Object, Object>>>>
            keys_and_values_of_each_kind_of_map_are_checked() {
        return Stream.of(
                named("HashMap", HashMap::new),
                named("LinkedHashMap", LinkedHashMap::new),
                named("TreeMap", TreeMap::new),
                named("IdentityHashMap", IdentityHashMap::new),
                named("ConcurrentHashMap", ConcurrentHashMap::new),
                named("ConcurrentSkipListMap", ConcurrentSkipListMap::new),
                named("Map.of", Map::copyOf),
                named("singletonMap", m -> m),
                named("unmodifiableMap", m -> Collections.unmodifiableMap(new HashMap<>(m))),
                named("unmodifiableSortedMap", m -> Collections.unmodifiableSortedMap(new TreeMap<>(m))),
                named("unmodifiableNavigableMap", m -> Collections.unmodifiableNavigableMap(new TreeMap<>(m))),
                named("checkedMap", m -> Collections.checkedMap(new HashMap<>(m), Object.class, Object.class)));
    }

    @Test
    void declared_kinds_of_map_are_told_apart() {
        checking.refuses(
                new Declared<SortedMap<String, Integer>>() {},
                new HashMap<>(Map.of("a", 1)),
                "is java.util.HashMap, declared java.util.SortedMap<java.lang.String, java.lang.Integer>");
        checking.refuses(
                new Declared<NavigableMap<String, Integer>>() {},
                new TreeMap<>(Map.of("a", "b")),
                "{value} is java.lang.String, declared java.lang.Integer (java.util.TreeMap of 1)");
        EnumMap<TimeUnit, Object> byUnit = new EnumMap<>(Map.of(TimeUnit.DAYS, "a"));
        checking.refuses(
                new Declared<Map<TimeUnit, Integer>>() {},
                byUnit,
                "{value} is java.lang.String, declared java.lang.Integer (java.util.EnumMap of 1)");
        checking.refuses(
                new Declared<Map<String, String>>() {},
                byUnit,
                "{key} is java.util.concurrent.TimeUnit, declared java.lang.String (java.util.EnumMap of 1)");
    }

    @Test
    void entries_are_checked() {
        checking.accepts(new Declared<Map.Entry<String, Integer>>() {}, Map.entry("a", 1));
        checking.refuses(
                new Declared<Map.Entry<String, Integer>>() {},
                Map.entry("a", "b"),
                "{value} is java.lang.String, declared java.lang.Integer (java.util.KeyValueHolder)");
        checking.refuses(
                new Declared<Map.Entry<String, Integer>>() {},
                new AbstractMap.SimpleEntry<>(2, 1),
                "{key} is java.lang.Integer, declared java.lang.String (java.util.AbstractMap$SimpleEntry)");
        checking.refuses(
                new Declared<Set<Map.Entry<String, Integer>>>() {},
                new HashMap<>(Map.of("a", "b")).entrySet(),
                "[0]{value} is java.lang.String, declared java.lang.Integer (java.util.HashMap$Node)");
    }

    // nesting and depth

    @Test
    void containers_in_containers_are_checked_to_the_bottom() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("good", List.of(Optional.of(1)));
        map.put("bad", new ArrayList<>(List.of(Optional.of(1), Optional.of("x"))));

        checking.refuses(
                new Declared<Map<String, List<Optional<Integer>>>>() {},
                map,
                "{value}[1]{content} is java.lang.String, declared java.lang.Integer (java.util.Optional)");
        checking.refuses(
                new Declared<List<List<String>>>() {},
                List.of(List.of("a"), "b"),
                "[1] is java.lang.String, declared java.util.List<java.lang.String>"
                        + " (java.util.ImmutableCollections$List12 of 2)");
    }

    @Test
    void shallow_looks_at_no_element() {
        Checking shallow = Checking.of("shallow");

        shallow.accepts(new Declared<List<String>>() {}, List.of(1));
        shallow.accepts(new Declared<Map<String, String>>() {}, Map.of(1, 1));
        shallow.accepts(new Declared<List<String>[]>() {}, new List<?>[] {List.of(1)});
        shallow.refuses(
                new Declared<List<String>>() {},
                Set.of(),
                "is java.util.ImmutableCollections$SetN, declared java.util.List<java.lang.String>");
    }

    @Test
    void sample_looks_at_all_of_eight_and_at_the_ends_of_more() {
        Checking sample = Checking.of("sample");
        List<Object> eight = new ArrayList<>(Collections.nCopies(8, "a"));
        eight.set(5, 1);
        List<Object> many = new ArrayList<>(Collections.nCopies(1_000, "a"));
        many.set(999, 1);
        Object[] array = many.toArray();

        sample.refuses(
                new Declared<List<String>>() {},
                eight,
                "[5] is java.lang.Integer, declared java.lang.String (java.util.ArrayList of 8)");
        sample.refuses(
                new Declared<List<String>>() {},
                many,
                "[999] is java.lang.Integer, declared java.lang.String (java.util.ArrayList of 1000)");
        sample.refuses(
                new Declared<List<String>>() {},
                Arrays.asList(array),
                "[999] is java.lang.Integer, declared java.lang.String (java.util.Arrays$ArrayList of 1000)");
        // without an index only the first elements are looked at
        sample.accepts(new Declared<List<String>>() {}, new LinkedList<>(many));
        assertThat(sample.check("<T:Ljava/lang/Number;>([TT;)V", "", array).path())
                .matches("\\[\\d+]");
    }

    @Test
    void a_budget_looks_at_so_many() {
        Checking budget = Checking.of("budget:3");

        budget.accepts(new Declared<Collection<String>>() {}, new LinkedList<>(Arrays.asList("a", "b", "c", 1)));
        budget.refuses(
                new Declared<Collection<String>>() {},
                new LinkedList<>(Arrays.asList("a", "b", 1, "d")),
                "[2] is java.lang.Integer, declared java.lang.String (java.util.LinkedList of 4)");
    }

    // what holds one value

    @Test
    void optionals_are_checked() {
        checking.accepts(new Declared<Optional<String>>() {}, Optional.of("a"));
        checking.accepts(new Declared<Optional<String>>() {}, Optional.empty());
        checking.refuses(
                new Declared<Optional<String>>() {},
                Optional.of(1),
                "{content} is java.lang.Integer, declared java.lang.String (java.util.Optional)");
    }

    @Test
    void atomic_references_are_checked() {
        checking.accepts(new Declared<AtomicReference<String>>() {}, new AtomicReference<>("a"));
        checking.accepts(new Declared<AtomicReference<String>>() {}, new AtomicReference<>());
        checking.refuses(
                new Declared<AtomicReference<String>>() {},
                new AtomicReference<>(1),
                "{content} is java.lang.Integer, declared java.lang.String"
                        + " (java.util.concurrent.atomic.AtomicReference)");
        checking.refuses(
                new Declared<AtomicMarkableReference<String>>() {},
                new AtomicMarkableReference<>(1, true),
                "{content} is java.lang.Integer, declared java.lang.String"
                        + " (java.util.concurrent.atomic.AtomicMarkableReference)");
        checking.refuses(
                new Declared<AtomicStampedReference<String>>() {},
                new AtomicStampedReference<>(1, 1),
                "{content} is java.lang.Integer, declared java.lang.String"
                        + " (java.util.concurrent.atomic.AtomicStampedReference)");
        checking.accepts(
                new Declared<AtomicReferenceArray<String>>() {}, new AtomicReferenceArray<>(new Object[] {"a", null}));
        checking.refuses(
                new Declared<AtomicReferenceArray<String>>() {},
                new AtomicReferenceArray<>(new Object[] {"a", 1}),
                "[1] is java.lang.Integer, declared java.lang.String"
                        + " (java.util.concurrent.atomic.AtomicReferenceArray of 2)");
    }

    @Test
    void completed_futures_are_checked() {
        FutureTask<Object> task = new FutureTask<>(() -> 1);
        task.run();

        checking.accepts(new Declared<Future<String>>() {}, CompletableFuture.completedFuture("a"));
        checking.refuses(
                new Declared<CompletableFuture<String>>() {},
                CompletableFuture.completedFuture(1),
                "{content} is java.lang.Integer, declared java.lang.String"
                        + " (java.util.concurrent.CompletableFuture)");
        checking.refuses(
                new Declared<Future<String>>() {},
                task,
                "{content} is java.lang.Integer, declared java.lang.String (java.util.concurrent.FutureTask)");
    }

    @Test
    void pending_failed_and_cancelled_futures_are_left_alone() {
        CompletableFuture<Object> cancelled = new CompletableFuture<>();
        cancelled.cancel(true);
        FutureTask<Object> failed = new FutureTask<>(() -> {
            throw new IllegalStateException("by intent");
        });
        failed.run();
        FutureTask<Object> cancelledTask = new FutureTask<>(() -> 1);
        cancelledTask.cancel(true);

        checking.accepts(new Declared<CompletableFuture<String>>() {}, new CompletableFuture<>());
        checking.accepts(
                new Declared<CompletableFuture<String>>() {},
                CompletableFuture.failedFuture(new IllegalStateException("by intent")));
        checking.accepts(new Declared<CompletableFuture<String>>() {}, cancelled);
        checking.accepts(new Declared<Future<String>>() {}, new FutureTask<>(() -> 1));
        checking.accepts(new Declared<Future<String>>() {}, failed);
        checking.accepts(new Declared<Future<String>>() {}, cancelledTask);
    }

    // arrays

    @Test
    void arrays_of_generics_are_checked() {
        checking.accepts(new Declared<List<String>[]>() {}, new List<?>[] {List.of("a"), null});
        checking.refuses(
                new Declared<List<String>[]>() {},
                new List<?>[] {List.of("a"), List.of("a", 1)},
                "[1][1] is java.lang.Integer, declared java.lang.String"
                        + " (java.util.ImmutableCollections$List12 of 2)");
        checking.refuses(
                new Declared<List<String>[][]>() {},
                new List<?>[][] {{}, {List.of(1)}},
                "[1][0][0] is java.lang.Integer, declared java.lang.String"
                        + " (java.util.ImmutableCollections$List12 of 1)");
    }

    @Test
    void elements_of_arrays_of_variables_are_checked_but_never_the_arrays_class() {
        String varargs = "<T:Ljava/lang/Number;>([TT;)V";

        assertThat(checking.check(varargs, "", new Object[] {1, 2L})).isNull();
        assertThat(checking.check(varargs, "", new Integer[] {1})).isNull();
        Checking.assertMismatch(
                checking.check(varargs, "", new Object[] {1, "a"}),
                "[1] is java.lang.String, declared java.lang.Number (array of 2)");
    }

    @Test
    void arrays_as_type_arguments_are_checked() {
        checking.accepts(new Declared<List<String[]>>() {}, Collections.singletonList(new String[0]));
        checking.refuses(
                new Declared<List<String[]>>() {},
                Collections.singletonList(new Object[0]),
                "[0] is [Ljava.lang.Object;, declared java.lang.String[]"
                        + " (java.util.Collections$SingletonList of 1)");
    }

    // classes

    @Test
    void class_literals_are_checked() {
        checking.accepts(new Declared<Class<Integer>>() {}, Integer.class);
        checking.accepts(new Declared<Class<Integer>>() {}, int.class);
        checking.accepts(new Declared<Class<? extends Number>>() {}, long.class);
        checking.accepts(new Declared<Class<?>>() {}, String.class);
        checking.accepts(new Declared<Class<? super Integer>>() {}, String.class);
        checking.refuses(
                new Declared<Class<Integer>>() {},
                String.class,
                "is java.lang.Class<java.lang.String>, declared java.lang.Class<java.lang.Integer>");
        checking.refuses(
                new Declared<Class<? extends Number>>() {},
                char.class,
                "is java.lang.Class<char>, declared java.lang.Class<? extends java.lang.Number>");
        checking.refuses(
                new Declared<List<Class<? extends Runnable>>>() {},
                Arrays.<Object>asList(Thread.class, String[].class),
                "[1] is java.lang.Class<java.lang.String[]>, declared java.lang.Class<? extends java.lang.Runnable>"
                        + " (java.util.Arrays$ArrayList of 2)");
    }

    @Test
    void interface_typed_values_implement_it() {
        checking.accepts(new Declared<Runnable>() {}, (Runnable) () -> {});
        checking.accepts(new Declared<Runnable>() {}, new Thread());
        checking.accepts(new Declared<CharSequence>() {}, "a");
        checking.refuses(new Declared<Runnable>() {}, "a", "is java.lang.String, declared java.lang.Runnable");
    }

    record Name(String text) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }
    }

    @Test
    void an_interface_check_remembers_what_it_accepted_and_still_refuses() {
        MethodHandle check = checking.compile("(Ljava/lang/CharSequence;)V", "", "a");

        for (int i = 0; i < 3; i++) {
            for (Object good : List.of("a", CharBuffer.allocate(1), new Name("b"))) {
                assertThat(Checking.apply(check, good)).isNull();
            }
            Checking.assertMismatch(Checking.apply(check, 1), "is java.lang.Integer, declared java.lang.CharSequence");
        }
    }

    // wildcards and variables

    @Test
    void wildcards_constrain_by_their_upper_bound_only() {
        checking.accepts(new Declared<List<?>>() {}, List.of(1, "a"));
        checking.accepts(new Declared<List<? super Integer>>() {}, List.of("a"));
        checking.accepts(new Declared<List<? extends Number>>() {}, List.of(1, 2L));
        checking.refuses(
                new Declared<List<? extends Number>>() {},
                List.of(1, "a"),
                "[1] is java.lang.String, declared java.lang.Number (java.util.ImmutableCollections$List12 of 2)");
    }

    @Test
    void a_methods_variable_is_checked_by_its_bounds() {
        String signature = "<T:Ljava/lang/Number;:Ljava/lang/Comparable<TT;>;>(Ljava/util/List<TT;>;)V";

        assertThat(checking.check(signature, "", List.of(1, 2))).isNull();
        Checking.assertMismatch(
                checking.check(signature, "", List.of(1, "a")),
                "[1] is java.lang.String, declared java.lang.Number" + " (java.util.ImmutableCollections$List12 of 2)");
        Checking.assertMismatch(
                checking.check(signature, "", List.of(new java.util.concurrent.atomic.AtomicInteger())),
                "[0] is java.util.concurrent.atomic.AtomicInteger, declared java.lang.Comparable<T>"
                        + " (java.util.ImmutableCollections$List12 of 1)");
    }

    @Test
    void a_class_variable_without_a_receiver_is_checked_by_its_bounds() {
        String owner = "<T:Ljava/lang/Number;>Ljava/lang/Object;";

        assertThat(checking.check("(Ljava/util/List<TT;>;)V", owner, List.of(1)))
                .isNull();
        Checking.assertMismatch(
                checking.check("(Ljava/util/List<TT;>;)V", owner, List.of("a")),
                "[0] is java.lang.String, declared java.lang.Number (java.util.ImmutableCollections$List12 of 1)");
    }

    @Test
    void variables_bound_by_themselves_end() {
        assertThat(checking.check("<T:Ljava/lang/Enum<TT;>;>(TT;)V", "", TimeUnit.DAYS))
                .isNull();
        assertThat(checking.check("<T::Ljava/util/List<TT;>;>(TT;)V", "", List.of(List.of())))
                .isNull();
        assertThat(checking.check("<A:TB;B:TA;>(Ljava/util/List<TA;>;)V", "", List.of(1)))
                .isNull();
    }

    // variables bound by the receiver

    static class Repository<T> {}

    static class Users extends Repository<String> {}

    static class CachedUsers extends Users {}

    static class Middle<A, B> extends Repository<B> {}

    static class Swapped<C> extends Middle<C, Integer> {}

    static class Lists<E> extends Repository<List<E>> {}

    static class StringLists extends Lists<String> {}

    @SuppressWarnings("rawtypes")
    static class Raw extends Repository {}

    static class Generic<X> extends Repository<X> {}

    private Mismatch saved(Class<?> receiver, Object value) {
        return checking.checkFor(
                receiver, Repository.class, "(TT;)V", "<T:Ljava/lang/Object;>Ljava/lang/Object;", value);
    }

    @Test
    void a_variable_is_what_the_receivers_class_makes_of_it() {
        assertThat(saved(Users.class, "a")).isNull();
        Checking.assertMismatch(saved(Users.class, 1), "is java.lang.Integer, declared java.lang.String");
    }

    @Test
    void a_variable_is_resolved_through_several_levels() {
        Checking.assertMismatch(saved(CachedUsers.class, 1), "is java.lang.Integer, declared java.lang.String");
        assertThat(saved(Swapped.class, 1)).isNull();
        Checking.assertMismatch(saved(Swapped.class, "a"), "is java.lang.String, declared java.lang.Integer");
        assertThat(saved(StringLists.class, List.of("a"))).isNull();
        Checking.assertMismatch(
                saved(StringLists.class, List.of(1)),
                "[0] is java.lang.Integer, declared java.lang.String"
                        + " (java.util.ImmutableCollections$List12 of 1)");
    }

    @Test
    void a_raw_or_generic_subclass_leaves_a_variable_open() {
        assertThat(saved(Raw.class, 1)).isNull();
        assertThat(saved(Generic.class, 1)).isNull();
        assertThat(saved(Repository.class, 1)).isNull();
        assertThat(saved(Lists.class, List.of(1))).isNull();
        Checking.assertMismatch(saved(Lists.class, 1), "is java.lang.Integer, declared java.util.List<?>");
        assertThat(checking.failures()).isEmpty();
    }

    @Test
    void an_open_variable_is_still_checked_by_its_bounds() {
        Checking.assertMismatch(
                checking.checkFor(
                        Generic.class,
                        Repository.class,
                        "(Ljava/util/List<TT;>;)V",
                        "<T:Ljava/lang/Number;>Ljava/lang/Object;",
                        List.of("a")),
                "[0] is java.lang.String, declared java.lang.Number (java.util.ImmutableCollections$List12 of 1)");
    }

    @SuppressWarnings({"ClassCanBeStatic", "unused"})
    static class Store<T> {
        class Shelf {}
    }

    @SuppressWarnings("ClassCanBeStatic")
    static class NameStore extends Store<String> {
        class NameShelf extends Shelf {}
    }

    @Test
    void a_variable_of_the_class_around_is_what_the_receivers_class_makes_of_it() {
        Checking.assertMismatch(put(NameStore.NameShelf.class, 1), "is java.lang.Integer, declared java.lang.String");
        assertThat(put(NameStore.NameShelf.class, "a")).isNull();
        assertThat(put(Store.Shelf.class, new Thread())).isNull();
        Checking.assertMismatch(put(Store.Shelf.class, "a"), "is java.lang.String, declared java.lang.Runnable");
        assertThat(checking.failures()).isEmpty();
    }

    /** Calls a method of a shelf in a store, whose variable has a bound here that only matters where nothing is fixed. */
    private Mismatch put(Class<?> receiver, Object value) {
        String around = TypeVariables.declaredBy(List.of("", "<T::Ljava/lang/Runnable;>Ljava/lang/Object;"));
        return checking.checkFor(receiver, Store.Shelf.class, "(TT;)V", around, value);
    }

    private static <T> Repository<T> anonymous() {
        return new Repository<T>() {};
    }

    @Test
    void a_variable_of_an_enclosing_method_leaves_a_variable_open() {
        assertThat(saved(anonymous().getClass(), 1)).isNull();
        assertThat(checking.failures()).isEmpty();
    }

    @Test
    void containers_of_a_bound_variable_are_checked() {
        Checking.assertMismatch(
                checking.checkFor(
                        Users.class,
                        Repository.class,
                        "(Ljava/util/Map<Ljava/lang/Long;+TT;>;)V",
                        "<T:Ljava/lang/Object;>Ljava/lang/Object;",
                        Map.of(1L, 2)),
                "{value} is java.lang.Integer, declared java.lang.String (java.util.ImmutableCollections$Map1 of 1)");
        Checking.assertMismatch(
                checking.checkFor(
                        Users.class,
                        Repository.class,
                        "(Ljava/lang/Class<TT;>;)V",
                        "<T:Ljava/lang/Object;>Ljava/lang/Object;",
                        Integer.class),
                "is java.lang.Class<java.lang.Integer>, declared java.lang.Class<? extends java.lang.String>");
    }

    @Test
    void a_methods_own_variable_is_not_the_receivers() {
        assertThat(checking.checkFor(
                        Users.class,
                        Repository.class,
                        "<T:Ljava/lang/Object;>(TT;)V",
                        "<T:Ljava/lang/Object;>Ljava/lang/Object;",
                        1))
                .isNull();
    }

    // the user's own generic classes

    interface Mapper<A, B> extends Function<A, B> {}

    static class TextLength implements Mapper<String, Integer> {
        @Override
        public Integer apply(String text) {
            return text.length();
        }
    }

    static class Page<E> extends ArrayList<E> {}

    static class Pages extends Page<String> {}

    @Test
    void fixed_arguments_are_wrong_only_where_they_cannot_be_those_declared() {
        Object mapper = new TextLength();

        checking.accepts(new Declared<Function<String, Integer>>() {}, mapper);
        checking.accepts(new Declared<Function<String, Number>>() {}, mapper);
        checking.accepts(new Declared<Function<Object, Comparable<?>>>() {}, mapper);
        checking.accepts(new Declared<Function<?, ? super Integer>>() {}, mapper);
        checking.refuses(
                new Declared<Function<String, Long>>() {},
                mapper,
                "is " + TextLength.class.getName()
                        + " (a Function<String, Integer>), declared"
                        + " java.util.function.Function<java.lang.String, java.lang.Long>");
        checking.refuses(
                new Declared<List<Mapper<Integer, ?>>>() {},
                List.of(mapper),
                "[0] is " + TextLength.class.getName() + " (a Mapper<String, Integer>), declared "
                        + Mapper.class.getName() + "<java.lang.Integer, ?>"
                        + " (java.util.ImmutableCollections$List12 of 1)");
    }

    @Test
    void naming_no_arguments_is_never_blamed() {
        checking.accepts(new Declared<Comparator<Integer>>() {}, Comparator.naturalOrder());
        checking.accepts(new Declared<Comparator<Integer>>() {}, Comparator.reverseOrder());
        checking.accepts(new Declared<Comparator<Integer>>() {}, Collections.reverseOrder());
        checking.accepts(new Declared<Function<Integer, String>>() {}, (Function<String, Integer>) String::length);
        Properties properties = new Properties();
        properties.setProperty("a", "b");
        checking.accepts(new Declared<Map<String, String>>() {}, properties);
        Checking.walkingLocked().accepts(new Declared<Map<String, String>>() {}, properties);
    }

    @Test
    void a_users_container_is_judged_by_what_its_class_fixes() {
        Pages pages = new Pages();
        pages.add("a");

        checking.accepts(new Declared<List<String>>() {}, pages);
        checking.refuses(
                new Declared<List<Integer>>() {},
                pages,
                "is " + Pages.class.getName() + " (a List<String>), declared java.util.List<java.lang.Integer>");
        checking.accepts(new Declared<List<Integer>>() {}, new Page<>());
    }

    @Test
    void a_users_container_is_walked_where_it_is_named() {
        Page<Object> page = new Page<>();
        page.add("a");
        page.add(1);

        checking.accepts(new Declared<List<String>>() {}, page);
        Checking.walking(Page.class)
                .refuses(
                        new Declared<Page<String>>() {},
                        page,
                        "[1] is java.lang.Integer, declared java.lang.String (" + Page.class.getName() + " of 2)");
        Checking.walking(Page.class).accepts(new Declared<List<Object>>() {}, page);
        // where the elements can be looked at they alone decide
        Checking.walking(Pages.class).accepts(new Declared<List<Integer>>() {}, new Pages());
    }

    // what cannot be resolved

    @Test
    void a_type_that_cannot_be_loaded_is_unchecked_and_counted() {
        assertThat(checking.check("(Ljava/util/List<Lcom/acme/Gone;>;)V", "", List.of(1)))
                .isNull();
        assertThat(checking.check("(Lcom/acme/Gone;)V", "", "a")).isNull();
        assertThat(checking.unresolved()).containsExactly("com.acme.Gone", "com.acme.Gone");
        assertThat(checking.failures()).isEmpty();
    }

    @Test
    void a_type_is_not_resolved_for_null() {
        assertThat(checking.check("(Lcom/acme/Gone;)V", "", null)).isNull();
        assertThat(checking.check("(Ljava/util/List<Lcom/acme/Gone;>;)V", "", Arrays.asList(null, null)))
                .isNull();
        assertThat(checking.unresolved()).isEmpty();
    }

    @Test
    void a_class_with_other_parameters_than_declared_is_checked_by_its_class_alone() {
        assertThat(checking.check("(Ljava/util/List<Ljava/lang/String;Ljava/lang/String;>;)V", "", List.of(1)))
                .isNull();
        Checking.assertMismatch(
                checking.check("(Ljava/util/List<Ljava/lang/String;Ljava/lang/String;>;)V", "", Set.of()),
                "is java.util.ImmutableCollections$SetN,"
                        + " declared java.util.List<java.lang.String, java.lang.String>");
    }

    private static <C extends Collection<Object>> C addAll(C collection, Collection<Object> elements) {
        collection.addAll(elements);
        return collection;
    }

    private static Map<Object, Object> map(Map<Object, Object> map, Collection<Object> elements) {
        for (Object element : elements) {
            map.put(element, element);
        }
        return map;
    }
}
