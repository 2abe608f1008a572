package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Lets no null out where a result is declared to be none ({@code nulls.return}); NullsIT holds it to each annotation and scope. */
class NullsReturnIT {
    @TempDir
    static Path classes;

    private static HeldCalls calls;

    @BeforeAll
    static void compile() {
        calls = HeldCalls.of(
                classes,
                """
                static @NonNull String find(String name) { return name; }
                static @Nullable String look(String name) { return name; }
                static Optional<String> search(Optional<String> found) { return found == Optional.<String>empty() ? null : found; }
                """,
                "find(null);",
                "find(\"a\");",
                "look(null);",
                "search(Optional.empty());",
                "search(Optional.of(\"a\"));");
    }

    @JdkTest
    void a_null_that_is_excluded_fails_before_it_leaves(Jdk jdk) {
        assertThat(calls.under(jdk, "mode=enforce")).isEqualTo("""
                aide nulls.return  com.acme.Main.find(String name)
                  result  is null, declared @NonNull java.lang.String
                passes
                passes
                aide nulls.return  com.acme.Main.search(Optional<String> found)
                  result  is null, declared @NonNull java.util.Optional<java.lang.String>
                passes
                """);
    }

    @JdkTest({8, 17, 25})
    void it_has_a_level_of_its_own(Jdk jdk) {
        String allPass = "passes\n".repeat(5);

        assertThat(calls.under(jdk, "mode=enforce;rule.nulls.return=off")).isEqualTo(allPass);
        assertThat(calls.under(jdk, "mode=enforce;rule.nulls.return=warn")).isEqualTo(allPass);
        assertThat(calls.under(jdk, "mode=off;rule.nulls.return=enforce")).isEqualTo(allPass);
        assertThat(calls.under(jdk, "mode=enforce;rule.nulls.argument=off"))
                .isEqualTo(calls.under(jdk, "mode=enforce"));
    }
}
