package dev.aide.agent.type;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Knows, by exact class, which containers can be read without running anybody's code, waiting or writing. Views and
 * wrappers are inert if what they wrap is, to the bottom.
 *
 * <p>Safe for use by any thread.
 */
public final class Inert {
    /** Reads private fields of the JDK's own wrappers. */
    public interface Fields {
        /**
         * Returns a reader of a field.
         *
         * @return a handle from Object to Object
         * @throws ReflectiveOperationException if this JDK has no such field
         */
        MethodHandle getter(Class<?> declaring, String field) throws ReflectiveOperationException;
    }

    private enum Kind {
        /** Its methods touch nothing but itself. */
        LEAF,
        /** A leaf whose size() walks it all. */
        UNSIZED,
        /** As inert as the container in a field of it. */
        WRAPPER,
        /** Reading it takes a lock. */
        LOCKED_LEAF,
        LOCKED_WRAPPER,
        UNKNOWN
    }

    private static final Map<String, Kind> JDK = new HashMap<>();
    private static final Map<String, String> WRAPPED_FIELDS = new HashMap<>();
    private static final Set<String> GUAVA = new HashSet<>();
    private static final int MOST_WRAPPERS = 16;

    static {
        leaves(
                "java.util.",
                "ArrayList ArrayList$SubList LinkedList ArrayDeque PriorityQueue Arrays$ArrayList HashSet LinkedHashSet"
                        + " RegularEnumSet JumboEnumSet HashMap LinkedHashMap TreeMap IdentityHashMap EnumMap"
                        + " HashMap$KeySet HashMap$Values HashMap$EntrySet LinkedHashMap$LinkedKeySet"
                        + " LinkedHashMap$LinkedValues LinkedHashMap$LinkedEntrySet HashMap$Node HashMap$TreeNode"
                        + " LinkedHashMap$Entry TreeMap$Entry AbstractMap$SimpleEntry AbstractMap$SimpleImmutableEntry"
                        + " KeyValueHolder Collections$EmptyList Collections$EmptySet Collections$EmptyMap"
                        + " Collections$SingletonList Collections$SingletonSet Collections$SingletonMap"
                        + " Collections$CopiesList ImmutableCollections$List12 ImmutableCollections$ListN"
                        + " ImmutableCollections$SubList ImmutableCollections$Set12 ImmutableCollections$SetN"
                        + " ImmutableCollections$Map1 ImmutableCollections$MapN Optional");
        leaves(
                "java.util.concurrent.",
                "ConcurrentHashMap ConcurrentHashMap$MapEntry CopyOnWriteArrayList CopyOnWriteArraySet"
                        + " CompletableFuture FutureTask atomic.AtomicReference atomic.AtomicMarkableReference"
                        + " atomic.AtomicStampedReference atomic.AtomicReferenceArray");
        for (String name :
                names("ConcurrentLinkedQueue ConcurrentLinkedDeque ConcurrentSkipListMap LinkedTransferQueue")) {
            JDK.put("java.util.concurrent." + name, Kind.UNSIZED);
        }
        String[] wrappers = {
            "Collection",
            "Set",
            "SortedSet",
            "NavigableSet",
            "List",
            "RandomAccessList",
            "SequencedCollection",
            "SequencedSet"
        };
        for (String wrapper : wrappers) {
            wrapper("java.util.Collections$Unmodifiable" + wrapper, Kind.WRAPPER, "c");
            wrapper("java.util.Collections$Checked" + wrapper, Kind.WRAPPER, "c");
            wrapper("java.util.Collections$Synchronized" + wrapper, Kind.LOCKED_WRAPPER, "c");
        }
        for (String wrapper : names("Map SortedMap NavigableMap SequencedMap")) {
            wrapper("java.util.Collections$Unmodifiable" + wrapper, Kind.WRAPPER, "m");
            wrapper("java.util.Collections$Checked" + wrapper, Kind.WRAPPER, "m");
            wrapper("java.util.Collections$Synchronized" + wrapper, Kind.LOCKED_WRAPPER, "m");
        }
        wrapper("java.util.Collections$CheckedQueue", Kind.WRAPPER, "queue");
        wrapper("java.util.Collections$UnmodifiableMap$UnmodifiableEntrySet", Kind.WRAPPER, "c");
        wrapper("java.util.Collections$SetFromMap", Kind.WRAPPER, "m");
        // a sub set is a TreeSet too, and walking its map would call the comparator
        wrapper("java.util.TreeSet", Kind.WRAPPER, "m");
        wrapper("java.util.TreeMap$KeySet", Kind.WRAPPER, "m");
        wrapper("java.util.TreeMap$Values", Kind.WRAPPER, "this$0");
        wrapper("java.util.TreeMap$EntrySet", Kind.WRAPPER, "this$0");
        wrapper("java.util.concurrent.ConcurrentSkipListSet", Kind.WRAPPER, "m");
        for (String view : names("KeySetView ValuesView EntrySetView")) {
            wrapper("java.util.concurrent.ConcurrentHashMap$" + view, Kind.WRAPPER, "map");
        }
        wrapper("java.util.AbstractList$SubList", Kind.WRAPPER, "root");
        wrapper("java.util.AbstractList$RandomAccessSubList", Kind.WRAPPER, "root");
        wrapper("java.util.SubList", Kind.WRAPPER, "l");
        wrapper("java.util.RandomAccessSubList", Kind.WRAPPER, "l");
        for (String name : names("Vector Stack Hashtable Properties")) {
            JDK.put("java.util." + name, Kind.LOCKED_LEAF);
        }
        for (String name : names("ArrayBlockingQueue LinkedBlockingQueue LinkedBlockingDeque PriorityBlockingQueue")) {
            JDK.put("java.util.concurrent." + name, Kind.LOCKED_LEAF);
        }
        for (String name : names("RegularImmutableList SingletonImmutableList RegularImmutableSet"
                + " SingletonImmutableSet RegularImmutableMap SingletonImmutableBiMap RegularImmutableBiMap"
                + " ImmutableEntry ImmutableMapEntry")) {
            GUAVA.add("com.google.common.collect." + name);
        }
    }

    private final Set<String> named;
    private final boolean walksLocked;
    private final Fields fields;
    private final ClassValue<Entry> entries = new ClassValue<Entry>() {
        @Override
        protected Entry computeValue(Class<?> type) {
            return entry(type);
        }
    };

    /**
     * Knows the JDK's containers and Guava's immutable ones, and those given.
     *
     * @param named full names of further classes that are safe to walk
     * @param walksLocked whether containers that lock on reading are to be walked as well
     */
    public Inert(Set<String> named, boolean walksLocked, Fields fields) {
        this.named = named;
        this.walksLocked = walksLocked;
        this.fields = fields;
    }

    /** Tells whether a container can be read. */
    boolean isReadable(Object container) throws Throwable {
        return leafOf(container) != null;
    }

    /** Tells whether {@code size()} of a readable container answers at once. */
    boolean isSized(Object readable) throws Throwable {
        return leafOf(readable).kind != Kind.UNSIZED;
    }

    private Entry leafOf(Object container) throws Throwable {
        Object current = container;
        for (int i = 0; i < MOST_WRAPPERS && current != null; i++) {
            Entry entry = entries.get(current.getClass());
            if (entry.kind == Kind.UNKNOWN) {
                return null;
            }
            if (entry.wrapped == null) {
                return entry;
            }
            current = (Object) entry.wrapped.invokeExact(current);
        }
        return null;
    }

    private Entry entry(Class<?> type) {
        String name = type.getName();
        if (type.getClassLoader() != null) {
            return named.contains(name) || GUAVA.contains(name) ? new Entry(Kind.LEAF, null) : Entry.UNKNOWN;
        }
        Kind kind = JDK.get(name);
        if (kind == null) {
            return named.contains(name) ? new Entry(Kind.LEAF, null) : Entry.UNKNOWN;
        }
        boolean locked = kind == Kind.LOCKED_LEAF || kind == Kind.LOCKED_WRAPPER;
        if (locked && !walksLocked) {
            return Entry.UNKNOWN;
        }
        if (kind == Kind.WRAPPER || kind == Kind.LOCKED_WRAPPER) {
            MethodHandle wrapped = getter(type, WRAPPED_FIELDS.get(name));
            return wrapped == null ? Entry.UNKNOWN : new Entry(kind, wrapped);
        }
        return new Entry(kind, null);
    }

    /** Returns a reader of a field that a class or one above it has; null where this JDK has none such. */
    private MethodHandle getter(Class<?> type, String field) {
        Class<?> declaring = type;
        while (declaring != null && !declares(declaring, field)) {
            declaring = declaring.getSuperclass();
        }
        try {
            return declaring == null ? null : fields.getter(declaring, field);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    private static boolean declares(Class<?> type, String name) {
        for (Field field : type.getDeclaredFields()) {
            if (field.getName().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static void leaves(String packagePrefix, String simpleNames) {
        for (String name : names(simpleNames)) {
            JDK.put(packagePrefix + name, Kind.LEAF);
        }
    }

    private static void wrapper(String name, Kind kind, String field) {
        JDK.put(name, kind);
        WRAPPED_FIELDS.put(name, field);
    }

    private static String[] names(String list) {
        return list.split(" ");
    }

    private static final class Entry {
        static final Entry UNKNOWN = new Entry(Kind.UNKNOWN, null);

        final Kind kind;
        /** From the container to what it wraps; null for a leaf. */
        final MethodHandle wrapped;

        Entry(Kind kind, MethodHandle wrapped) {
            this.kind = kind;
            this.wrapped = wrapped;
        }
    }
}
