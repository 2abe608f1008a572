package dev.aide.agent.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractCollection;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.WeakHashMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What checks never touch, seen from a check of a value that would be blamed if it were read. */
@SuppressWarnings("JdkObsolete") // programs have them, so they are held to be left alone
class InertTest {
    private final Checking checking = Checking.full();

    /** Any call is a failure of the test. */
    private static final class Untouchable extends AbstractList<Object> {
        @Override
        public Object get(int index) {
            throw new AssertionError("a lazy list was loaded");
        }

        @Override
        public int size() {
            throw new AssertionError("a lazy list was asked for its size");
        }

        @Override
        public Iterator<Object> iterator() {
            throw new AssertionError("a lazy list was iterated");
        }
    }

    private static final class UntouchableMap extends AbstractMap<Object, Object> {
        @Override
        public Set<Entry<Object, Object>> entrySet() {
            throw new AssertionError("a lazy map was loaded");
        }
    }

    private static final class UntouchableCollection extends AbstractCollection<Object> {
        @Override
        public Iterator<Object> iterator() {
            throw new AssertionError("a lazy collection was iterated");
        }

        @Override
        public int size() {
            throw new AssertionError("a lazy collection was asked for its size");
        }
    }

    private static final class HostileElement implements Comparable<HostileElement> {
        @Override
        public boolean equals(Object other) {
            throw new AssertionError("equals was called");
        }

        @Override
        public int hashCode() {
            throw new AssertionError("hashCode was called");
        }

        @Override
        public String toString() {
            throw new AssertionError("toString was called");
        }

        @Override
        public int compareTo(HostileElement other) {
            throw new AssertionError("compareTo was called");
        }
    }

    @Test
    void a_users_list_is_never_read_nor_is_what_wraps_it() {
        List<Object> lazy = new Untouchable();

        checking.accepts(new Declared<List<String>>() {}, lazy);
        checking.accepts(new Declared<List<String>>() {}, Collections.unmodifiableList(lazy));
        checking.accepts(new Declared<Collection<String>>() {}, Collections.unmodifiableCollection(lazy));
        checking.accepts(
                new Declared<Collection<String>>() {},
                Collections.checkedCollection(Collections.unmodifiableList(lazy), Object.class));
        checking.accepts(new Declared<List<String>>() {}, Collections.synchronizedList(lazy));
        Checking.walkingLocked().accepts(new Declared<List<String>>() {}, Collections.synchronizedList(lazy));
        checking.accepts(
                new Declared<Collection<String>>() {}, Collections.unmodifiableCollection(new UntouchableCollection()));
    }

    @Test
    void a_sub_list_of_a_users_list_is_never_read() {
        List<Object> list = new AbstractList<>() {
            private int calls;

            @Override
            public Object get(int index) {
                throw new AssertionError("a lazy list was loaded");
            }

            @Override
            public int size() {
                if (calls++ > 0) {
                    throw new AssertionError("a lazy list was asked for its size");
                }
                return 5;
            }
        };

        checking.accepts(new Declared<List<String>>() {}, list.subList(1, 3));
    }

    @Test
    void a_users_map_is_never_read_nor_is_what_wraps_it() {
        Map<Object, Object> lazy = new UntouchableMap();

        checking.accepts(new Declared<Map<String, String>>() {}, lazy);
        checking.accepts(new Declared<Map<String, String>>() {}, Collections.unmodifiableMap(lazy));
        checking.accepts(
                new Declared<Map<String, String>>() {}, Collections.checkedMap(lazy, Object.class, Object.class));
        checking.accepts(new Declared<Map<String, String>>() {}, Collections.synchronizedMap(lazy));
    }

    @Test
    void a_users_subclass_of_a_jdk_container_is_never_read() {
        List<Object> list = new ArrayList<>(List.of(1)) {
            @Override
            public int size() {
                throw new AssertionError("size was called");
            }
        };
        Map<Object, Object> map = new HashMap<>(Map.of(1, 1)) {
            @Override
            public Set<Entry<Object, Object>> entrySet() {
                throw new AssertionError("entrySet was called");
            }
        };

        // what their classes fix is Object, which String is assignable to
        checking.accepts(new Declared<List<String>>() {}, list);
        checking.accepts(new Declared<Map<String, String>>() {}, map);
    }

    @Test
    void elements_are_never_asked_anything() {
        HostileElement hostile = new HostileElement();

        checking.refuses(
                new Declared<List<String>>() {},
                Arrays.asList("a", hostile),
                "[1] is " + HostileElement.class.getName()
                        + ", declared java.lang.String (java.util.Arrays$ArrayList of 2)");
        checking.accepts(new Declared<List<Comparable<?>>>() {}, Collections.singletonList(hostile));
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_vector_locked_by_another_thread_is_not_waited_for() throws Exception {
        Vector<Object> vector = new Vector<>(List.of(1));
        List<Object> wrapped = Collections.synchronizedList(new ArrayList<>(List.of(1)));
        List<Object> part = vector.subList(0, 1);
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Thread holder = new Thread(() -> {
            synchronized (vector) {
                synchronized (wrapped) {
                    locked.countDown();
                    awaitQuietly(done);
                }
            }
        });
        holder.start();
        try {
            locked.await();

            checking.accepts(new Declared<List<String>>() {}, vector);
            checking.accepts(new Declared<List<String>>() {}, part);
            checking.accepts(new Declared<List<String>>() {}, Collections.unmodifiableList(vector));
            checking.accepts(new Declared<List<String>>() {}, wrapped);
        } finally {
            done.countDown();
            holder.join();
        }
    }

    @ParameterizedTest
    @MethodSource
    void what_locks_on_reading_is_walked_on_request_only(Collection<Object> locking) {
        checking.accepts(new Declared<Collection<String>>() {}, locking);
        Checking.walkingLocked()
                .refuses(
                        new Declared<Collection<String>>() {},
                        locking,
                        "[0] is java.lang.Integer, declared java.lang.String ("
                                + locking.getClass().getName() + " of 1)");
    }

    static List<Collection<Object>> what_locks_on_reading_is_walked_on_request_only() {
        return List.of(
                new Vector<>(List.of(1)),
                Collections.synchronizedList(new ArrayList<>(List.of(1))),
                Collections.synchronizedList(new LinkedList<>(List.of(1))),
                Collections.synchronizedSet(new TreeSet<>(List.of(1))),
                Collections.synchronizedCollection(new ArrayList<>(List.of(1))),
                new ArrayBlockingQueue<>(1, true, List.of(1)),
                new LinkedBlockingQueue<>(List.of(1)),
                new LinkedBlockingDeque<>(List.of(1)),
                new PriorityBlockingQueue<>(List.of(1)));
    }

    @Test
    void maps_that_lock_on_reading_are_walked_on_request_only() {
        for (Map<Object, Object> map : List.<Map<Object, Object>>of(
                new java.util.Hashtable<>(Map.of("a", 1)),
                Collections.synchronizedMap(new HashMap<>(Map.of("a", 1))))) {
            checking.accepts(new Declared<Map<String, String>>() {}, map);
            Checking.walkingLocked()
                    .refuses(
                            new Declared<Map<String, String>>() {},
                            map,
                            "{value} is java.lang.Integer, declared java.lang.String ("
                                    + map.getClass().getName() + " of 1)");
        }
    }

    @Test
    void an_access_ordered_map_keeps_its_order() {
        Map<Object, Object> cache = new LinkedHashMap<>(16, 0.75f, true);
        cache.put("a", "1");
        cache.put("b", "2");
        cache.put("c", "3");

        checking.accepts(new Declared<Map<String, String>>() {}, cache);
        checking.accepts(new Declared<Set<String>>() {}, cache.keySet());
        checking.accepts(
                new Declared<Collection<String>>() {},
                Collections.unmodifiableMap(cache).keySet());

        assertThat(cache.keySet()).containsExactly("a", "b", "c");
    }

    @Test
    void a_view_that_would_call_a_comparator_is_not_read() {
        boolean[] armed = {false};
        TreeSet<Object> set = new TreeSet<>((a, b) -> {
            if (armed[0]) {
                throw new AssertionError("a comparator was called");
            }
            return a.toString().compareTo(b.toString());
        });
        set.addAll(List.of(1, 2, 3));
        TreeMap<Object, Object> map = new TreeMap<>(set.comparator());
        map.putAll(Map.of(1, 1, 2, 2));
        Collection<Object> view = set.subSet(1, 3);
        Map<Object, Object> mapView = map.tailMap(1);
        armed[0] = true;

        checking.accepts(new Declared<Collection<String>>() {}, view);
        checking.accepts(new Declared<Collection<String>>() {}, Collections.unmodifiableCollection(view));
        checking.accepts(new Declared<Map<String, String>>() {}, mapView);
        // the whole set is walked without asking it
        checking.refuses(
                new Declared<Collection<String>>() {},
                set,
                "[0] is java.lang.Integer, declared java.lang.String (java.util.TreeSet of 3)");
    }

    @Test
    void streams_and_iterators_are_not_consumed() {
        Stream<Object> stream = Stream.of(1, 2);
        Iterator<Object> iterator = new ArrayList<Object>(List.of(1)).iterator();
        Iterable<Object> once = () -> iterator;

        checking.accepts(new Declared<Stream<String>>() {}, stream);
        checking.accepts(new Declared<Iterator<String>>() {}, iterator);
        checking.accepts(new Declared<Iterable<String>>() {}, once);

        assertThat(stream).containsExactly(1, 2);
        assertThat(iterator).hasNext();
    }

    @Test
    void a_weak_map_is_not_read() {
        Map<Object, Object> weak = new WeakHashMap<>(Map.of(1, 1));

        checking.accepts(new Declared<Map<String, String>>() {}, weak);
        checking.accepts(new Declared<Set<String>>() {}, Collections.newSetFromMap(new WeakHashMap<>()));
    }

    /** Loads {@link Order} for a check, and meanwhile does something to the value that is being checked. */
    private static final class Meddling extends ClassLoader {
        private final Runnable meddle;

        Meddling(Runnable meddle) {
            super(InertTest.class.getClassLoader());
            this.meddle = meddle;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.equals(Order.class.getName())) {
                meddle.run();
            }
            return super.loadClass(name, resolve);
        }
    }

    private record Order() {}

    @Test
    void a_list_that_changes_under_the_check_counts_as_not_checked() {
        List<Object> shrinking = new ArrayList<>(List.of(new Order(), 1, 2));
        List<Object> growing = new LinkedList<>(List.of(new Order(), 1));
        String orders = "(Ljava/util/Collection<L" + Order.class.getName().replace('.', '/') + ";>;)V";
        Checking whileShrinking = Checking.resolvingBy(new Meddling(shrinking::clear));
        Checking whileGrowing = Checking.resolvingBy(new Meddling(() -> growing.add(3)));

        assertThat(whileShrinking.check(orders, "", shrinking)).isNull();
        assertThat(whileGrowing.check(orders, "", growing)).isNull();

        assertThat(whileShrinking.failures()).singleElement().isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(whileGrowing.failures()).singleElement().isInstanceOf(ConcurrentModificationException.class);
    }

    @Test
    @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_queue_under_contention_is_read_without_end_or_failure() throws Exception {
        Queue<Object> queue = new ConcurrentLinkedQueue<>();
        ExecutorService producers = Executors.newFixedThreadPool(3);
        CountDownLatch stop = new CountDownLatch(1);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                running.add(producers.submit(() -> {
                    while (stop.getCount() > 0) {
                        queue.add("a");
                        if (queue.size() > 1_000) {
                            queue.clear();
                        }
                    }
                }));
            }
            for (int i = 0; i < 2_000; i++) {
                checking.accepts(new Declared<Queue<String>>() {}, queue);
            }
            stop.countDown();
            for (Future<?> each : running) {
                each.get(60, TimeUnit.SECONDS);
            }
            queue.add(1);
            checking.refuses(
                    new Declared<Queue<String>>() {},
                    queue,
                    "[" + (queue.size() - 1) + "] is java.lang.Integer, declared java.lang.String"
                            + " (java.util.concurrent.ConcurrentLinkedQueue)");
        } finally {
            stop.countDown();
            producers.shutdownNow();
        }
    }

    @Test
    void a_list_that_contains_itself_is_walked_once() {
        List<Object> itself = new ArrayList<>();
        itself.add(itself);

        checking.refuses(
                new Declared<List<List<String>>>() {},
                itself,
                "[0][0] is java.util.ArrayList, declared java.lang.String (java.util.ArrayList of 1)");
    }

    @Test
    void wrappers_nested_too_deep_are_not_read() {
        Collection<Object> nested = new ArrayList<>(List.of(1));
        for (int i = 0; i < 10_000; i++) {
            nested = Collections.checkedCollection(nested, Object.class);
        }

        checking.accepts(new Declared<Collection<String>>() {}, nested);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
