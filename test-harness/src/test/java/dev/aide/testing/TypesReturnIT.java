package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Holds each result to its generic signature ({@code types.return}); DeclaredTypesIT holds it to each declared type there is. */
class TypesReturnIT {
    @TempDir
    static Path classes;

    private static HeldCalls calls;

    @BeforeAll
    static void compile() {
        calls = HeldCalls.of(
                classes,
                """
                static List<String> found(List rows) { return rows; }
                static Optional<String> first(Object row) { return (Optional) Optional.of(row); }
                """,
                "found(Arrays.asList(\"a\", 7));",
                "found(Arrays.asList(\"a\"));",
                "found(null);",
                "first(7);",
                "first(\"a\");");
    }

    @JdkTest
    void a_result_that_does_not_fit_fails_before_it_leaves(Jdk jdk) {
        assertThat(calls.under(jdk, "mode=enforce")).isEqualTo("""
                aide types.return  com.acme.Main.found(List rows)
                  result[1]  is java.lang.Integer, declared java.lang.String  (java.util.Arrays$ArrayList of 2)
                passes
                passes
                aide types.return  com.acme.Main.first(Object row)
                  result{content}  is java.lang.Integer, declared java.lang.String  (java.util.Optional)
                passes
                """);
    }

    @JdkTest({8, 17, 25})
    void it_has_a_level_of_its_own(Jdk jdk) {
        String allPass = "passes\n".repeat(5);

        assertThat(calls.under(jdk, "mode=enforce;rule.types.return=off")).isEqualTo(allPass);
        assertThat(calls.under(jdk, "mode=enforce;rule.types.return=warn")).isEqualTo(allPass);
        assertThat(calls.under(jdk, "mode=off;rule.types.return=enforce")).isEqualTo(allPass);
        assertThat(calls.under(jdk, "mode=enforce;rule.types.argument=off"))
                .isEqualTo(calls.under(jdk, "mode=enforce"));
    }
}
