package dev.aide.agent.type;

import static dev.aide.agent.type.Checking.assertMismatch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was once checked wrongly or not at all. */
class CheckedCornersTest {
    private final Checking full = Checking.full();

    @Test
    void arrays_of_primitives_are_checked_as_type_arguments() {
        full.accepts(new Declared<List<byte[]>>() {}, List.of(new byte[1]));
        full.refuses(
                new Declared<List<byte[]>>() {},
                List.of("text"),
                "[0] is java.lang.String, declared byte[] (java.util.ImmutableCollections$List12 of 1)");
        full.refuses(
                new Declared<List<int[][]>>() {},
                List.of(new int[1]),
                "[0] is [I, declared int[][] (java.util.ImmutableCollections$List12 of 1)");
    }

    @Test
    void the_verifier_takes_any_array_for_one_of_an_interface_so_aide_looks() {
        full.accepts(new Declared<Runnable[]>() {}, new Runnable[1]);
        full.refuses(
                new Declared<Runnable[]>() {}, new Object[1], "is [Ljava.lang.Object;, declared java.lang.Runnable[]");
    }

    @Test
    void a_class_literal_is_held_to_its_variables_bound() {
        String signature = "<T:Ljava/lang/Number;>(Ljava/lang/Class<TT;>;)V";

        assertThat(full.check(signature, "", Integer.class)).isNull();
        assertThat(full.check(signature, "", int.class)).isNull();
        assertMismatch(
                full.check(signature, "", String.class),
                "is java.lang.Class<java.lang.String>, declared java.lang.Class<? extends java.lang.Number>");
    }

    static final class Names implements Iterable<String> {
        private final List<?> names;

        Names(List<?> names) {
            this.names = names;
        }

        @Override
        @SuppressWarnings("unchecked")
        public Iterator<String> iterator() {
            return (Iterator<String>) names.iterator();
        }
    }

    @Test
    void a_named_container_that_is_no_collection_is_walked() {
        Checking walking = Checking.walking(Names.class);

        walking.accepts(new Declared<Iterable<String>>() {}, new Names(List.of("a")));
        walking.refuses(
                new Declared<Iterable<String>>() {},
                new Names(List.of("a", 1)),
                "[1] is java.lang.Integer, declared java.lang.String (" + Names.class.getName() + ")");
    }

    static class Base<T> {}

    private static <E> Base<E> anonymous() {
        return new Base<E>() {};
    }

    @Test
    void an_enclosing_methods_variable_is_not_taken_for_a_namesake_with_a_bound() {
        assertThat(full.checkFor(
                        anonymous().getClass(),
                        Base.class,
                        "<E:Ljava/lang/Number;>(TT;TE;)V",
                        "<T:Ljava/lang/Object;>Ljava/lang/Object;",
                        "text"))
                .isNull();
        assertThat(full.failures()).isEmpty();
    }

    @Test
    void a_shared_check_keeps_no_class_loader() throws Exception {
        CheckContext context =
                new CheckContext(Checking.depth("full"), new Inert(Set.of(), false, null), null, new Ignoring());
        WeakReference<ClassLoader> ended = compiledByALoaderOfItsOwn(context);

        for (int i = 0; i < 50 && ended.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }

        assertThat(context.shared()).hasSize(1);
        assertThat(ended.get()).isNull();
    }

    private static WeakReference<ClassLoader> compiledByALoaderOfItsOwn(CheckContext context) throws Exception {
        try (URLClassLoader loader = new URLClassLoader(new URL[0], null)) {
            MethodSignature method = MethodSignature.parse("(Ljava/util/List<Ljava/lang/String;>;)V");
            new CheckCompiler(context, loader, new Resolving())
                    .compile(method.parameters().get(0), TypeVariables.of(method, ""), List.of("a"));
            return new WeakReference<>(loader);
        }
    }

    @Test
    void an_empty_class_bound_is_an_object() {
        assertThat(MethodSignature.parse("<T:>(TT;)V").parameters()).hasSize(1);
    }

    @Test
    void endless_arrays_are_malformed() {
        String deep = "(" + "[".repeat(50_000) + "I)V";

        assertThatThrownBy(() -> MethodSignature.parse(deep)).isInstanceOf(MalformedSignature.class);
    }

    private static final class Ignoring implements CheckContext.Unchecked {
        @Override
        public void failed(Throwable cause) {
            throw new AssertionError(cause);
        }

        @Override
        public void unresolved(String typeName) {
            throw new AssertionError(typeName);
        }
    }
}
