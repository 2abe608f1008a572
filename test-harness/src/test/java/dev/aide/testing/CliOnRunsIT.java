package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds {@code java -jar aide.jar} to what it makes of that which programs under the agent left behind. */
class CliOnRunsIT {
    private static final String SELL = "types.argument fixture.Shop#sell(List) articles[] Integer";
    private static final String STOCK = "types.return fixture.Shop#stock(List) result[] Integer";
    private static final String BILL = "types.argument fixture.billing.Billing#bill(List) articles[] Integer";

    @TempDir
    static Path classes;

    private static ShopProgram shop;

    @TempDir
    Path folder;

    private Path baseline;
    private Path runs;

    @BeforeAll
    static void compile() {
        shop = ShopProgram.writtenTo(classes);
    }

    @BeforeEach
    void name() {
        baseline = folder.resolve("aide-baseline.txt");
        runs = folder.resolve("runs");
    }

    @JdkTest({8, 17, 25})
    void the_reports_of_two_jvms_become_one_that_a_ci_job_fails_by(Jdk jdk) {
        run(shop.underAgent(jdk));
        run(shop.underAgent(jdk));
        Path html = folder.resolve("aide.html");
        Path sarif = folder.resolve("aide.sarif");

        Outcome outcome =
                aide(jdk, "report", runs.toString(), "-o", html + "," + sarif).expectExit(1);

        assertThat(outcome.stdout())
                .startsWith("aide report  of 2 reports, 2 JVMs\n  violations  6 of 3 kinds\n")
                .contains("\n      2×  fixture.Shop.sell(List<String> articles)\n")
                .endsWith("\n  written     " + html + ", " + sarif + "\n");
        assertThat(outcome.stderr()).isEmpty();
        assertThat(html).content().contains("fixture.Shop.sell(List\\u003cString> articles)");
        assertThat(sarif).content().contains("\"occurrenceCount\": 2");
    }

    @JdkTest({8, 25})
    void what_the_baseline_knows_fails_nothing_and_what_is_new_does(Jdk jdk) throws IOException {
        run(shop.underAgent(jdk));
        Files.write(baseline, List.of(SELL, STOCK, BILL));

        assertThat(aide(jdk, "report", runs.toString(), "--baseline", baseline.toString())
                        .expectExit(0)
                        .stdout())
                .isEqualTo(
                        "aide report  of 1 report, 1 JVM\n  baseline    3 entries · seen 3\n  new         0 of 0 kinds\n");
        Files.write(baseline, List.of(SELL, BILL));
        assertThat(aide(jdk, "report", runs.toString(), "--baseline", baseline.toString())
                        .expectExit(1)
                        .stdout())
                .contains("\n  new         1 of 1 kind\n    types.return  1 of 1 kind: ");
        assertThat(aide(jdk, "baseline", "diff", baseline.toString(), runs.toString())
                        .expectExit(1)
                        .stdout())
                .isEqualTo("+ " + STOCK + "\n");
    }

    @JdkTest({8, 25})
    void what_runs_prove_obsolete_may_go(Jdk jdk) throws IOException {
        String fixed = "types.argument fixture.Shop#sell(List) articles[] Double";
        String gone = "types.argument fixture.Shop#sold(List) articles[] Integer";
        Files.write(baseline, List.of("# ours", "", "# see issue 12", fixed, SELL, gone, STOCK, BILL));
        ForkedJvm held = shop.underAgent(jdk)
                .property("aide.baseline", baseline.toString())
                .property("aide.baseline.proof", "2");
        run(held);
        run(held);

        assertThat(aide(jdk, "baseline", "prune", baseline.toString(), runs.toString())
                        .expectExit(0)
                        .stdout())
                .isEqualTo(fixed + "\n    did not come in at least 2 executions\n" + gone
                        + "\n    is of a method that its class does not have any more\n" + baseline
                        + ": 5 lines, 3 seen, 0 without proof, 2 may go; --write takes them out\n");
        Path sarif = folder.resolve("aide.sarif");
        aide(jdk, "report", runs.toString(), "-o", sarif.toString()).expectExit(0);
        assertThat(sarif).content().contains("\"unchanged\"").doesNotContain(fixed);
        assertThat(aide(jdk, "baseline", "prune", baseline.toString(), runs.toString(), "--write")
                        .expectExit(0)
                        .stdout())
                .endsWith(": 5 lines, 3 seen, 0 without proof, 2 taken out\n");
        assertThat(baseline).hasContent("# ours\n\n" + SELL + "\n" + BILL + "\n" + STOCK + "\n");
    }

    @JdkTest({8, 25})
    void an_index_of_documentation_stands_in_for_sources(Jdk jdk) throws IOException {
        String source = """
                package fixture;
                public class Documented {
                    /** Says hello. */
                    public static void said() {}
                    public static void unsaid() {}
                    public static void main(String[] args) {
                        said();
                        unsaid();
                    }
                }
                """;
        Path program = JavaSources.release(8)
                .source("fixture.Documented", source)
                .compile()
                .writeTo(folder.resolve("classes"));
        Path sources = Files.createDirectories(folder.resolve("sources/fixture"));
        Files.writeString(sources.resolve("Documented.java"), source);
        Path index = folder.resolve("shop.aidedocs");

        assertThat(aide(jdk, "docs", sources.getParent().toString(), "-o", index.toString())
                        .expectExit(0)
                        .stdout())
                .isEqualTo("1 class is in " + index + "; -Daide.docs.sources=" + index + " reads it\n");
        run(ForkedJvm.on(jdk)
                .agent(AgentJar.path())
                .property("aide.docs.sources", index.toString())
                .classpath(program)
                .main("fixture.Documented"));
        assertThat(aide(jdk, "report", runs.toString()).expectExit(1).stdout())
                .contains("\n    docs.missing  1 kind: ", "fixture.Documented.unsaid()")
                .doesNotContain("fixture.Documented.said()");
    }

    @Test
    void two_baselines_become_one() throws IOException {
        Path theirs = Files.write(folder.resolve("theirs.txt"), List.of(BILL, SELL));
        Files.write(baseline, List.of("# ours", "", STOCK));

        assertThat(aide("baseline", "merge", baseline.toString(), theirs.toString(), "-o", baseline.toString())
                        .expectExit(0)
                        .stdout())
                .isEqualTo(baseline + ": 3 lines\n");
        assertThat(baseline).hasContent("# ours\n\n" + SELL + "\n" + BILL + "\n" + STOCK + "\n");
    }

    @Test
    void broken_input_is_one_line_and_an_exit_code_of_its_own() throws IOException {
        Path half = Files.writeString(folder.resolve("half.json"), "{\"format\": 1");
        Path conflict = Files.writeString(folder.resolve("conflict.txt"), "<<<<<<< HEAD\n");

        assertThat(broken("report", half.toString()))
                .isEqualTo(
                        "aide: " + half + " is no report of aide's in JSON: it ends too early at line 1, column 13\n");
        assertThat(broken("report", runs.toString())).isEqualTo("aide: " + runs + " is not there\n");
        assertThat(broken("baseline", "diff", conflict.toString(), conflict.toString()))
                .startsWith("aide: " + conflict + ", line 1: it is not rule, method, position and type, ");
        assertThat(broken("docs", runs.toString(), "-o", "shop.aidedocs"))
                .isEqualTo("aide: " + runs + " is not there\n");
    }

    /** Runs a program that leaves a report; what needs no call is for other tests, but for documentation. */
    private void run(ForkedJvm program) {
        program.property("aide.rule.convention", "off")
                .property("aide.report", runs.resolve("%p.json").toString())
                .run()
                .expectExit(0);
    }

    private static String broken(String... arguments) {
        Outcome outcome = aide(arguments).expectExit(3);
        assertThat(outcome.stdout()).isEmpty();
        assertThat(outcome.stderr()).hasLineCount(1);
        return outcome.stderr();
    }

    private static Outcome aide(String... arguments) {
        return aide(Jdk.running(), arguments);
    }

    private static Outcome aide(Jdk jdk, String... arguments) {
        return ForkedJvm.on(jdk).jar(AgentJar.path()).args(arguments).run();
    }
}
