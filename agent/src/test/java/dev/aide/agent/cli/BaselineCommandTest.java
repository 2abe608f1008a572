package dev.aide.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.agent.baseline.EntryState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineCommandTest {
    private static final String BLOCK = WrittenReport.entry("block");
    private static final String SHIP = WrittenReport.entry("ship");
    private static final String SORT = WrittenReport.entry("sort");

    private static final String WIDE = "arity.declared com.acme.Shop#order(int) parameters 9";

    @TempDir
    Path folder;

    @Test
    void without_a_command_it_shows_how_it_is_used() {
        assertThat(Ran.with("baseline").exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(Ran.with("baseline").err()).contains("\n  diff   ", "\n  prune  ", "\n  merge  ");
    }

    @Test
    void diff_compares_two_baselines() throws IOException {
        String old = baseline("old.txt", BLOCK, SHIP);
        String now = baseline("now.txt", SHIP, SORT);

        assertThat(Ran.with("baseline", "diff", old, now))
                .isEqualTo(new Ran(ExitCode.FINDINGS, "- " + BLOCK + "\n+ " + SORT + "\n", ""));
        assertThat(Ran.with("baseline", "diff", old, baseline("fewer.txt", SHIP)))
                .isEqualTo(new Ran(ExitCode.FINE, "- " + BLOCK + "\n", ""));
        assertThat(Ran.with("baseline", "diff", old, old)).isEqualTo(new Ran(ExitCode.FINE, "", ""));
    }

    @Test
    void diff_compares_a_baseline_with_what_runs_found() throws IOException {
        String old = baseline("old.txt", BLOCK);
        WrittenReport.to(folder.resolve("runs/1.json"), null, Map.of("block", 1));
        WrittenReport.to(folder.resolve("runs/2.json"), null, Map.of("ship", 1));

        assertThat(Ran.with("baseline", "diff", old, folder.resolve("runs").toString()))
                .isEqualTo(new Ran(ExitCode.FINDINGS, "+ " + SHIP + "\n", ""));
    }

    @Test
    void prune_proposes_what_the_executions_prove_and_changes_nothing() throws IOException {
        String path = baseline("known.txt", BLOCK, SHIP, SORT);
        String runs = runs();

        assertThat(Ran.with("baseline", "prune", path, runs))
                .isEqualTo(new Ran(
                        ExitCode.FINE,
                        SHIP + "\n    did not come in at least 160 executions\n" + path
                                + ": 3 lines, 1 seen, 1 without proof, 1 may go; --write takes it out\n",
                        ""));
        assertThat(Path.of(path)).hasContent(BLOCK + "\n" + SHIP + "\n" + SORT + "\n");
    }

    @Test
    void prune_takes_out_what_it_proposes_if_asked() throws IOException {
        String path = baseline("known.txt", "# ours", "", BLOCK, "# since May", SHIP, SORT);
        String runs = runs();

        assertThat(Ran.with("baseline", "prune", path, runs, "--write").out())
                .endsWith("\n" + path + ": 3 lines, 1 seen, 1 without proof, 1 taken out\n");
        assertThat(Path.of(path)).hasContent("# ours\n\n" + BLOCK + "\n" + SORT + "\n");
        assertThat(Ran.with("baseline", "prune", path, runs, "--write").out())
                .isEqualTo(path + ": 2 lines, 1 seen, 1 without proof, 0 taken out\n");
    }

    @Test
    void prune_names_a_line_whose_method_is_gone() throws IOException {
        String path = baseline("known.txt", SORT);
        Path run = WrittenReport.to(
                folder.resolve("1.json"), WrittenReport.baseline(new EntryState(SORT, false, 0, 100, true)), Map.of());

        assertThat(Ran.with("baseline", "prune", path, run.toString()).out())
                .startsWith(SORT + "\n    is of a method that its class does not have any more\n");
    }

    @Test
    void prune_names_a_line_whose_method_was_judged_without_it() throws IOException {
        String path = baseline("known.txt", WIDE);
        EntryState open = new EntryState(WIDE, false, 0, 100, false);
        WrittenReport.to(folder.resolve("runs/cut-off.json"), WrittenReport.baseline(open), Map.of());
        String runs = folder.resolve("runs").toString();
        assertThat(Ran.with("baseline", "prune", path, runs).out())
                .isEqualTo(path + ": 1 line, 0 seen, 1 without proof, 0 may go\n");

        WrittenReport.to(folder.resolve("runs/whole.json"), WrittenReport.baseline(open.refuted()), Map.of());

        assertThat(Ran.with("baseline", "prune", path, runs).out())
                .isEqualTo(WIDE + "\n    was not found when its method was judged\n" + path
                        + ": 1 line, 0 seen, 0 without proof, 1 may go; --write takes it out\n");
    }

    @Test
    void what_one_run_saw_without_the_baseline_is_not_obsolete() throws IOException {
        String path = baseline("known.txt", SHIP);
        WrittenReport.to(folder.resolve("runs/1.json"), null, Map.of("ship", 1));

        assertThat(Ran.with("baseline", "prune", path, runs()).out())
                .isEqualTo(path + ": 1 line, 1 seen, 0 without proof, 0 may go\n");
    }

    @Test
    void merge_writes_to_stdout_or_to_a_file_even_one_of_its_own() throws IOException {
        String ours = baseline("ours.txt", "# ours", "", "# since May", SHIP);
        String theirs = baseline("theirs.txt", BLOCK, SHIP);
        String merged = "# ours\n\n" + BLOCK + "\n# since May\n" + SHIP + "\n";

        assertThat(Ran.with("baseline", "merge", ours, theirs)).isEqualTo(new Ran(ExitCode.FINE, merged, ""));
        assertThat(Ran.with("baseline", "merge", ours, theirs, "-o", ours))
                .isEqualTo(new Ran(ExitCode.FINE, ours + ": 2 lines\n", ""));
        assertThat(Path.of(ours)).hasContent(merged);
    }

    @Test
    void broken_input_is_told_in_one_line_and_leaves_the_file() throws IOException {
        String conflict = baseline("conflict.txt", BLOCK, "<<<<<<< HEAD");
        String gone = folder.resolve("gone.txt").toString();

        assertThat(Ran.with("baseline", "merge", conflict, conflict, "-o", conflict))
                .satisfies(ran -> assertThat(ran.exitCode()).isEqualTo(ExitCode.BROKEN_INPUT))
                .satisfies(ran -> assertThat(ran.err())
                        .startsWith("aide: " + conflict + ", line 2: it is not rule, ")
                        .hasLineCount(1));
        assertThat(Path.of(conflict)).hasContent(BLOCK + "\n<<<<<<< HEAD\n");
        assertThat(Ran.with("baseline", "diff", gone, conflict))
                .isEqualTo(
                        new Ran(ExitCode.BROKEN_INPUT, "", "aide: " + gone + " is not there" + System.lineSeparator()));
    }

    /** Two runs, which between them passed ship 160 times without its finding, and sort 30 times. */
    private String runs() throws IOException {
        for (String name : List.of("a.json", "b.json")) {
            WrittenReport.to(
                    folder.resolve("runs").resolve(name),
                    WrittenReport.baseline(
                            new EntryState(SHIP, false, 80, 100, false), new EntryState(SORT, false, 15, 100, false)),
                    Map.of("block", 2));
        }
        return folder.resolve("runs").toString();
    }

    private String baseline(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines)).toString();
    }
}
