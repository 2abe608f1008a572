package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Lets no null in where an argument is declared to be none ({@code nulls.argument}); NullsIT holds it to each annotation and scope. */
class NullsArgumentIT {
    @TempDir
    static Path classes;

    private static HeldCalls calls;

    @BeforeAll
    static void compile() {
        calls = HeldCalls.of(
                classes,
                """
                static void place(@NonNull String customer, List<@NonNull String> lines) {}
                static void search(@Nullable String word, Optional<String> among) {}
                """,
                "place(null, Arrays.asList(\"a\"));",
                "place(\"c\", Arrays.asList(\"a\", null));",
                "place(\"c\", Arrays.asList(\"a\"));",
                "search(null, null);",
                "search(null, Optional.empty());");
    }

    @JdkTest
    void a_null_that_is_excluded_fails_at_its_call(Jdk jdk) {
        assertThat(calls.under(jdk, "mode=enforce")).isEqualTo("""
                aide nulls.argument  com.acme.Main.place(String customer, List<String> lines)
                  customer  is null, declared @NonNull java.lang.String
                aide nulls.argument  com.acme.Main.place(String customer, List<String> lines)
                  lines[1]  is null, declared @NonNull java.lang.String  (java.util.Arrays$ArrayList of 2)
                passes
                aide nulls.argument  com.acme.Main.search(String word, Optional<String> among)
                  among  is null, declared @NonNull java.util.Optional<java.lang.String>
                passes
                """);
    }

    @JdkTest({8, 17, 25})
    void it_has_a_level_of_its_own(Jdk jdk) {
        String allPass = "passes\n".repeat(5);

        assertThat(calls.under(jdk, "mode=enforce;rule.nulls.argument=off")).isEqualTo(allPass);
        assertThat(calls.under(jdk, "mode=enforce;rule.nulls.argument=warn")).isEqualTo(allPass);
        assertThat(calls.under(jdk, "mode=off;rule.nulls.argument=enforce")).isEqualTo(allPass);
        assertThat(calls.under(jdk, "mode=enforce;rule.nulls.return=off")).isEqualTo(calls.under(jdk, "mode=enforce"));
    }
}
