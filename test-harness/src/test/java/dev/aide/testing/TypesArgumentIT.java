package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Holds each argument to its generic signature ({@code types.argument}); DeclaredTypesIT holds it to each declared type there is. */
class TypesArgumentIT {
    @TempDir
    static Path classes;

    private static HeldCalls calls;

    @TempDir
    Path folder;

    @BeforeAll
    static void compile() {
        calls = HeldCalls.of(
                classes,
                """
                static void block(List<Long> customers) {}
                static void count(Map<String, Integer> stock) {}
                """,
                "block((List) Arrays.asList(7));",
                "block(Arrays.asList(7L));",
                "block(null);",
                "count((Map) Collections.singletonMap(\"a\", \"b\"));",
                "count(Collections.singletonMap(\"a\", 1));");
    }

    @JdkTest
    void an_argument_that_does_not_fit_fails_at_its_call(Jdk jdk) {
        assertThat(calls.under(jdk, "mode=enforce")).isEqualTo("""
                aide types.argument  com.acme.Main.block(List<Long> customers)
                  customers[0]  is java.lang.Integer, declared java.lang.Long  (java.util.Arrays$ArrayList of 1)
                passes
                passes
                aide types.argument  com.acme.Main.count(Map<String, Integer> stock)
                  stock{value}  is java.lang.String, declared java.lang.Integer  (java.util.Collections$SingletonMap of 1)
                passes
                """);
    }

    @JdkTest({8, 17, 25})
    void it_has_a_level_of_its_own(Jdk jdk) {
        String allPass = "passes\n".repeat(5);

        assertThat(calls.under(jdk, "mode=enforce;rule.types.argument=off")).isEqualTo(allPass);
        assertThat(calls.under(jdk, "mode=enforce;rule.types.argument=warn")).isEqualTo(allPass);
        assertThat(calls.under(jdk, "mode=off;rule.types.argument=enforce")).isEqualTo(allPass);
        assertThat(calls.under(jdk, "mode=enforce;rule.types.return=off")).isEqualTo(calls.under(jdk, "mode=enforce"));
    }

    @JdkTest
    void a_variable_of_a_class_around_is_what_the_receivers_class_or_its_bound_says(Jdk jdk) {
        HeldCalls inner = HeldCalls.of(
                folder,
                """
                static class Shelf<T, N extends Number> {
                    class Place {
                        void put(T thing) {}
                        void weigh(List<N> weights) {}
                    }
                }
                static class Books extends Shelf<String, Integer> {
                    class BookPlace extends Place {}
                }
                """,
                "((Shelf.Place) new Books().new BookPlace()).put(7);",
                "new Books().new BookPlace().put(\"Emma\");",
                "((Shelf.Place) new Shelf<String, Long>().new Place()).put(7);",
                "((Shelf.Place) new Shelf<String, Long>().new Place()).weigh(Arrays.asList(\"heavy\"));");

        assertThat(inner.under(jdk, "mode=enforce")).isEqualTo("""
                aide types.argument  com.acme.Main$Shelf$Place.put(T thing)
                  thing  is java.lang.Integer, declared java.lang.String
                passes
                passes
                aide types.argument  com.acme.Main$Shelf$Place.weigh(List<N> weights)
                  weights[0]  is java.lang.String, declared java.lang.Number  (java.util.Arrays$ArrayList of 1)
                """);
    }
}
