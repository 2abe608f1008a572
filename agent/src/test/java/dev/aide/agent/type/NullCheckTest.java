package dev.aide.agent.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.junit.jupiter.api.Test;

class NullCheckTest {
    private final Checking checking = Checking.full();

    @Test
    void a_value_may_be_null_unless_it_is_marked() {
        accepts("Ljava/lang/String;", null);
        accepts("!Ljava/lang/String;", "a");
        refuses("!Ljava/lang/String;", null, "is null, declared @NonNull java.lang.String");
        refuses(
                "!Ljava/util/List<Ljava/lang/String;>;",
                null,
                "is null, declared @NonNull java.util.List<java.lang.String>");
    }

    @Test
    void a_value_that_is_null_at_first_is_checked_when_it_comes() {
        var check = checking.compile("(!Ljava/util/List<Ljava/lang/String;>;)V", "", null);

        Checking.assertMismatch(
                Checking.apply(check, null), "is null, declared @NonNull java.util.List<java.lang.String>");
        assertThat(Checking.apply(check, List.of("a"))).isNull();
        Checking.assertMismatch(
                Checking.apply(check, Arrays.asList("a", 1)),
                "[1] is java.lang.Integer, declared java.lang.String (java.util.Arrays$ArrayList of 2)");
    }

    @Test
    void elements_are_held_to_their_mark() {
        accepts("Ljava/util/List<Ljava/lang/String;>;", Arrays.asList("a", null));
        accepts("Ljava/util/List<!Ljava/lang/String;>;", null);
        refuses(
                "Ljava/util/List<!Ljava/lang/String;>;",
                Arrays.asList("a", null),
                "[1] is null, declared @NonNull java.lang.String (java.util.Arrays$ArrayList of 2)");
        refuses(
                "Ljava/util/List<+!Ljava/lang/String;>;",
                new ArrayList<>(Arrays.asList(null, "a")),
                "[0] is null, declared @NonNull java.lang.String (java.util.ArrayList of 2)");
        accepts("Ljava/util/List<-!Ljava/lang/String;>;", Collections.singletonList(null));
    }

    @Test
    void a_marked_object_and_a_marked_variable_are_held_too() {
        refuses(
                "Ljava/util/List<!Ljava/lang/Object;>;",
                Collections.singletonList(null),
                "[0] is null, declared @NonNull java.lang.Object (java.util.Collections$SingletonList of 1)");
        Mismatch mismatch =
                checking.check("<T:Ljava/lang/Object;>(Ljava/util/List<!TT;>;)V", "", Collections.singletonList(null));
        Checking.assertMismatch(
                mismatch, "[0] is null, declared @NonNull T (java.util.Collections$SingletonList of 1)");
    }

    @Test
    void keys_and_values_are_held_each_to_its_own() {
        String keys = "Ljava/util/Map<!Ljava/lang/String;Ljava/lang/Integer;>;";
        String values = "Ljava/util/Map<Ljava/lang/String;!Ljava/lang/Integer;>;";
        Map<String, Integer> nullKey = Collections.singletonMap(null, 1);
        Map<String, Integer> nullValue = Collections.singletonMap("a", null);

        accepts(keys, nullValue);
        accepts(values, nullKey);
        refuses(
                keys,
                nullKey,
                "{key} is null, declared @NonNull java.lang.String (java.util.Collections$SingletonMap of 1)");
        refuses(
                values,
                nullValue,
                "{value} is null, declared @NonNull java.lang.Integer (java.util.Collections$SingletonMap of 1)");
    }

    @Test
    void components_of_arrays_are_held() {
        accepts("![Ljava/lang/String;", new String[] {"a", null});
        refuses(
                "[!Ljava/lang/String;",
                new String[] {"a", null},
                "[1] is null, declared @NonNull java.lang.String (array of 2)");
        refuses(
                "[![!Ljava/lang/String;",
                new String[][] {{"a"}, {null}},
                "[1][0] is null, declared @NonNull java.lang.String (array of 1)");
    }

    @Test
    void nested_containers_are_held_to_any_depth() {
        refuses(
                "Ljava/util/Map<Ljava/lang/String;Ljava/util/List<!Ljava/lang/Integer;>;>;",
                Map.of("a", Arrays.asList(1, null)),
                "{value}[1] is null, declared @NonNull java.lang.Integer (java.util.Arrays$ArrayList of 2)");
    }

    @Test
    void a_holder_may_be_empty_but_what_it_holds_is_looked_into() {
        accepts("Ljava/util/Optional<!Ljava/lang/String;>;", Optional.empty());
        accepts("Ljava/util/concurrent/atomic/AtomicReference<!Ljava/lang/String;>;", new AtomicReference<>());
        accepts(
                "Ljava/util/concurrent/atomic/AtomicReferenceArray<!Ljava/lang/String;>;",
                new AtomicReferenceArray<>(2));
        accepts(
                "Ljava/util/concurrent/CompletableFuture<!Ljava/lang/String;>;",
                CompletableFuture.completedFuture(null));
        accepts("Ljava/util/concurrent/CompletableFuture<!Ljava/lang/String;>;", new CompletableFuture<>());
        refuses(
                "Ljava/util/Optional<Ljava/util/List<!Ljava/lang/String;>;>;",
                Optional.of(Collections.singletonList(null)),
                "{content}[0] is null, declared @NonNull java.lang.String (java.util.Collections$SingletonList of 1)");
    }

    @Test
    void a_sample_finds_the_first_and_the_last() {
        String signature = "(Ljava/util/List<!Ljava/lang/String;>;)V";
        List<String> values = new ArrayList<>(Collections.nCopies(1_000, "a"));
        values.set(999, null);

        Checking.assertMismatch(
                Checking.of("sample").check(signature, "", values),
                "[999] is null, declared @NonNull java.lang.String (java.util.ArrayList of 1000)");
        assertThat(Checking.of("shallow").check(signature, "", values)).isNull();
    }

    @Test
    void a_class_loaders_own_types_are_held_though_none_was_met_before() {
        Mismatch mismatch = checking.check(new Declared<List<Own>>() {}, Collections.singletonList(null));
        assertThat(mismatch).isNull();
        refuses(
                "Ljava/util/List<!L" + Own.class.getName().replace('.', '/') + ";>;",
                Collections.singletonList(null),
                "[0] is null, declared @NonNull " + Own.class.getName()
                        + " (java.util.Collections$SingletonList of 1)");
    }

    private static final class Own {}

    private void accepts(String signature, Object value) {
        assertThat(checking.check("(" + signature + ")V", "", value)).isNull();
        assertThat(checking.failures()).isEmpty();
    }

    private void refuses(String signature, Object value, String expected) {
        Checking.assertMismatch(checking.check("(" + signature + ")V", "", value), expected);
    }
}
