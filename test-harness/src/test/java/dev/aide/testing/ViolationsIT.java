package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the agent to what it says of violations, and to staying brief and exact whatever the program does. */
class ViolationsIT {
    @TempDir
    static Path folder;

    @BeforeAll
    static void compile() {
        Fixture.sources(8, "Blocks", "Counted", "Ending", "Shop", "billing.Billing")
                .compile()
                .writeTo(folder);
    }

    @JdkTest
    void a_block_names_all_that_is_wrong_with_a_call(Jdk jdk) {
        Outcome outcome = underAgent(jdk, "Blocks").run().expectExit(0);

        assertThat(outcome.stderr().substring(0, outcome.stderr().indexOf("aide summary")))
                .isEqualTo("""
                        aide holds fixture.** (by the main class fixture.Blocks; aide.include changes it) · warn · depth sample
                        aide types.argument  fixture.Blocks.place(List<String> lines, int number, Map<String, Integer> stock, String note, Optional<String> gift)
                          lines[1]  is java.lang.Integer, declared java.lang.String  (java.util.Arrays$ArrayList of 2)
                          stock{key}  is java.lang.Integer, declared java.lang.String  (java.util.Collections$SingletonMap of 1)
                          gift{content}  is java.lang.Long, declared java.lang.String  (java.util.Optional)
                          called from fixture.Blocks.main(Blocks.java:20)
                          1st of this kind here · warn · silence: -Daide.rule.types.argument=fixture.Blocks=off
                        aide types.argument  new fixture.Blocks(Map<String, List<Integer>> weeks)
                          weeks{value}[2]  is java.lang.String, declared java.lang.Integer  (java.util.Arrays$ArrayList of 3)
                          called from fixture.Blocks.main(Blocks.java:21)
                          1st of this kind here · warn · silence: -Daide.rule.types.argument=fixture.Blocks=off
                        aide types.return  fixture.Blocks.articles(List values)
                          result[0]  is java.lang.Integer, declared java.lang.String  (java.util.ArrayList of 1)
                          returned at fixture.Blocks.articles(Blocks.java:12)
                          called from fixture.Blocks.main(Blocks.java:22)
                          1st of this kind here · warn · silence: -Daide.rule.types.return=fixture.Blocks=off
                        aide types.argument  fixture.Blocks.types(Class<? extends Number> type, List<String>... lines)
                          type  is java.lang.Class<java.lang.String>, declared java.lang.Class<? extends java.lang.Number>
                          called from fixture.Blocks.main(Blocks.java:24)
                          1st of this kind here · warn · silence: -Daide.rule.types.argument=fixture.Blocks=off
                        """);
    }

    @JdkTest({8, 17, 25})
    void large_endless_and_hostile_values_are_worded_briefly_and_not_called(Jdk jdk) {
        Path jar = Fixture.sources(8, "Monsters")
                .source("fixture.LongestName", """
                        package fixture;
                        class NAME {
                            static void take(java.util.List<String> values) {}
                        }
                        class LongestName {
                            static void take(java.util.List values) {
                                NAME.take(values);
                            }
                        }
                        """.replace("NAME", "Long".repeat(15_000)))
                .compile()
                .writeJar(folder.resolve("monsters" + jdk.feature() + ".jar"));

        Outcome outcome = underAgent(jdk, "Monsters")
                .classpath(jar)
                .property("aide.types.depth", "full")
                .property("aide.values", "show")
                .run()
                .expectExit(0);

        assertThat(outcome.stdout()).isEqualTo("touched nothing\n");
        assertThat(outcome.stderr())
                .contains("  values[999999]  is java.lang.Integer 7, declared java.lang.String"
                        + "  (java.util.ArrayList of 1000000)\n")
                .contains("""
                        Monsters.endless(List<String> values)
                          values[0]  is java.util.ArrayList, declared java.lang.String  (java.util.ArrayList of 1)
                        """)
                .contains("  values[0][0][0][0]  is java.util.ArrayList, declared java.lang.String")
                .contains("  values[0]  is fixture.Monsters$Hostile, declared java.lang.String")
                .contains("  values[0]  is java.lang.String \"xxx xxxxxxxx")
                .contains("  l[0]  is java.lang.Integer 7, declared", "\n  and 3 more\n")
                .contains("aide types.argument  fixture.LongLongLong")
                .doesNotContain("not checked", "problem");
        assertThat(outcome.stderr().lines()).allMatch(line -> line.length() < 600);
    }

    @JdkTest({8, 17, 25})
    void what_eight_threads_swallow_is_printed_once_and_counted_exactly(Jdk jdk) {
        String stderr = underAgent(jdk, "Counted")
                .property("aide.mode", "enforce")
                .run()
                .expectExit(0)
                .stderr();

        assertThat(Finding.printed(stderr)).hasSize(2);
        assertThat(stderr)
                .contains("\n  violations  16000 of 2 kinds\n")
                .contains("\n      8000×  fixture.Counted.take(List<String> values)\n")
                .contains("\n      8000×  fixture.Counted.give(List values)\n");
    }

    @Test
    void of_many_kinds_a_hundred_are_printed_and_all_are_counted_on_one_screen() {
        JavaSources.release(8).source("fixture.Many", many(150)).compile().writeTo(folder);

        String stderr = underAgent(Jdk.running(), "Many").run().expectExit(0).stderr();

        assertThat(Finding.printed(stderr)).hasSize(100);
        assertThat(stderr).contains("\n  violations  300 of 150 kinds\n").endsWith("\n    and 135 more kinds\n");
        assertThat(stderr.substring(stderr.indexOf("\naide summary") + 1).lines())
                .hasSizeLessThanOrEqualTo(60);
    }

    @Test
    void the_output_of_the_program_is_left_alone() {
        Outcome alone = ForkedJvm.on(Jdk.running())
                .classpath(folder)
                .main("fixture.Shop")
                .run()
                .expectExit(0);

        assertThat(underAgent(Jdk.running(), "Shop").run().expectExit(0).stdout())
                .isEqualTo(alone.stdout())
                .isNotEmpty();
    }

    @JdkTest({8, 17, 25})
    void the_summary_comes_however_the_program_ends(Jdk jdk) {
        expectSummary(ending(jdk, "normally").run().expectExit(0));
        expectSummary(ending(jdk, "exit").run().expectExit(3));
        expectSummary(ending(jdk, "interrupted").run().expectExit(0));
        expectSummary(ending(jdk, "setFirst").run().expectExit(0));
        Outcome thrown = ending(jdk, "throw").run().expectExit(1);
        expectSummary(thrown);
        assertThat(thrown.stderr())
                .contains("\nException in thread \"main\" java.lang.IllegalStateException: uncaught\n");
    }

    @JdkTest({8, 17, 25})
    void a_violation_that_nobody_catches_ends_the_program_at_the_call(Jdk jdk) {
        Outcome outcome =
                ending(jdk, "normally").property("aide.mode", "enforce").run().expectExit(1);

        assertThat(outcome.stdout()).isEqualTo("main\n");
        assertThat(outcome.stderr())
                .contains("Exception in thread \"main\" dev.aide.TypeViolation: aide types.argument "
                        + " fixture.Ending.take(List<String> values)\n")
                .contains("\n\tat fixture.Ending.take(Ending.java:8)\n\tat fixture.Ending.main(Ending.java:18)\n");
        expectSummary(outcome);
    }

    @Test
    void a_closed_standard_error_does_not_hurt_the_program() {
        assertThat(ending(Jdk.running(), "closeFirst").run().expectExit(0).stdout())
                .isEqualTo("main\nend\n");
    }

    private static void expectSummary(Outcome outcome) {
        assertThat(Finding.inSummary(outcome.stderr()))
                .containsExactly(
                        new Finding("fixture.Ending.take", "values[]", "java.lang.Integer", "java.lang.String"));
    }

    /** A program of so many methods, each called twice with a wrong value. */
    private static String many(int methods) {
        String declared = IntStream.range(0, methods)
                .mapToObj(i -> "static void take" + i + "(List<String> values) {}\n")
                .collect(Collectors.joining());
        String called = IntStream.range(0, methods)
                .mapToObj(i -> "take" + i + "(wrong); take" + i + "(wrong);\n")
                .collect(Collectors.joining());
        return "package fixture; import java.util.*; public class Many {\n" + declared
                + "public static void main(String[] args) { List wrong = Arrays.asList(7);\n" + called + "}}";
    }

    private static ForkedJvm ending(Jdk jdk, String how) {
        return underAgent(jdk, "Ending").args(how);
    }

    /** Without the rules that need no call: whether they come in before so short a program ends is chance. */
    private static ForkedJvm underAgent(Jdk jdk, String program) {
        return ForkedJvm.on(jdk)
                .agent(AgentJar.path())
                .property("aide.rule.convention", "off")
                .classpath(folder)
                .main("fixture." + program);
    }
}
