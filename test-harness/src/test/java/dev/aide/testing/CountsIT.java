package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds {@code aide.counts=true} to exact numbers of calls and elements; the program makes each call three times. */
class CountsIT {
    @TempDir
    static Path classes;

    @BeforeAll
    static void compile() {
        Fixture.sources(8, "Calls", "Hot").compile().writeTo(classes);
    }

    @JdkTest
    void elements_of_lists_entries_of_maps_and_what_is_held_in_elements_count(Jdk jdk) {
        // of an entry its key and its value, of an array of Optionals them and what they hold
        assertThat(counts(jdk, "full", "list:1000", "lists:10", "map:8", "array:5"))
                .isEqualTo("calls 12 · elements " + 3 * (1000 + 2 * 10 + 2 * 8 + 2 * 5));
    }

    @JdkTest({8, 17})
    void a_call_whose_arguments_and_result_are_checked_is_one(Jdk jdk) {
        assertThat(counts(jdk, "full", "through:10")).isEqualTo("calls 3 · elements " + 3 * 2 * 10);
        // a constructor, then a method with a result only
        assertThat(counts(jdk, "full", "object:10")).isEqualTo("calls 6 · elements " + 3 * 2 * 10);
    }

    @Test
    void shallow_looks_at_none() {
        assertThat(counts("shallow", "list:1000", "map:1000", "array:1000")).isEqualTo("calls 9 · elements 0");
    }

    @Test
    void sample_looks_at_all_of_eight_and_at_four_of_more() {
        assertThat(counts("sample", "list:1", "list:8", "list:9", "list:1000"))
                .isEqualTo("calls 12 · elements " + 3 * (1 + 8 + 4 + 4));
        assertThat(counts("sample", "map:8", "map:1000", "array:8", "array:1000"))
                .isEqualTo("calls 12 · elements " + 3 * 2 * (8 + 4 + 8 + 4));
    }

    @Test
    void budget_looks_at_no_more_than_it_says() {
        assertThat(counts("budget:9", "list:9", "list:10", "list:1000", "map:1000"))
                .isEqualTo("calls 12 · elements " + 3 * (9 + 9 + 9 + 2 * 9));
    }

    @Test
    void what_has_nothing_to_check_is_not_counted() {
        assertThat(counts("full", "unchecked:1000")).isEqualTo("calls 0 · elements 0");
    }

    @Test
    void nothing_is_counted_unless_asked() {
        assertThat(program(Jdk.running(), "list:10").run().expectExit(0).stderr())
                .contains("\n  methods     woven 7 · executed 1\n")
                .doesNotContain("  calls  ");
    }

    @JdkTest
    void findings_in_class_files_say_how_often_their_methods_ran(Jdk jdk) throws IOException {
        expectHeat(jdk, classes);
    }

    @JdkTest({8, 17})
    void class_files_without_invokedynamic_are_counted_too(Jdk jdk) throws IOException {
        Path old = classes.resolve("old");
        Fixture.sources(8, "Hot").compile().ofVersion(50).writeTo(old);

        expectHeat(jdk, old);
    }

    private static void expectHeat(Jdk jdk, Path program) throws IOException {
        Path report = program.resolve("counted" + jdk.feature() + ".json");
        Outcome outcome =
                hot(jdk, program, report).property("aide.counts", "true").run().expectExit(0);

        assertThat(outcome.stderr())
                .contains("  methods     woven 10 · executed 9\n")
                .containsSubsequence(
                        "    arity.declared  4 kinds: ",
                        "\n      ran 8000×  fixture.Hot.often(int a, ",
                        "\n      ran 2×  new fixture.Hot(int a, ",
                        "\n      ran 1×  fixture.Hot.seldom(int a, ",
                        "\n      ran 0×  fixture.Hot.never(int a, ",
                        "    convention.swapped  1 kind: ",
                        "\n      ran 800×  fixture.Hot.swapping(int width, int height)\n");
        assertThat(executions(report)).containsExactly(8000L, 800L, 2L, 1L, 0L);
    }

    @Test
    void no_execution_is_counted_unless_asked() throws IOException {
        Path report = classes.resolve("uncounted.json");
        Outcome outcome = hot(Jdk.running(), classes, report).run().expectExit(0);

        assertThat(outcome.stderr())
                .contains("  methods     woven 1 · executed 1\n")
                .contains("\n      fixture.Hot.often(int a, ")
                .doesNotContain("ran ");
        assertThat(Files.readString(report)).contains("Hot.often(").doesNotContain("executions");
    }

    private static ForkedJvm hot(Jdk jdk, Path program, Path report) {
        return ForkedJvm.on(jdk)
                .agent(AgentJar.path())
                .property("aide.report", report.toString())
                .classpath(program)
                .main("fixture.Hot");
    }

    private static List<Long> executions(Path report) throws IOException {
        return Pattern.compile("\"executions\": (\\d+)")
                .matcher(Files.readString(report))
                .results()
                .map(match -> Long.valueOf(match.group(1)))
                .toList();
    }

    private static String counts(String depth, String... calls) {
        return counts(Jdk.running(), depth, calls);
    }

    private static String counts(Jdk jdk, String depth, String... calls) {
        Outcome outcome = program(jdk, calls)
                .property("aide.counts", "true")
                .property("aide.types.depth", depth)
                .run()
                .expectExit(0);
        return outcome.stderr()
                .lines()
                .filter(line -> line.startsWith("  calls  "))
                .map(line -> line.strip().replaceAll(" +", " "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(outcome));
    }

    private static ForkedJvm program(Jdk jdk, String... calls) {
        return ForkedJvm.on(jdk)
                .agent(AgentJar.path())
                .classpath(classes)
                .main("fixture.Calls")
                .args(calls);
    }
}
