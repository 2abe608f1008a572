package dev.aide.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.agent.report.Report;
import dev.aide.agent.report.format.JsonReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
    @TempDir
    Path folder;

    private Path runs;

    @BeforeEach
    void write() throws IOException {
        runs = folder.resolve("runs");
        WrittenReport.to(runs.resolve("1.json"), null, Map.of("block", 3));
        WrittenReport.to(runs.resolve("2.json"), null, Map.of("block", 4));
        Files.writeString(runs.resolve("notes.txt"), "no report");
    }

    @Test
    void the_reports_of_a_folder_are_merged_into_every_format() throws IOException {
        Path html = folder.resolve("out/all.html");
        Path sarif = folder.resolve("out/all.sarif");
        Path json = folder.resolve("out/all.json");
        Path xml = folder.resolve("out/all.xml");

        Ran ran =
                Ran.with("report", runs.toString(), "-o", html + "," + sarif, "--out", json.toString(), "-o", "" + xml);

        assertThat(ran).isEqualTo(new Ran(ExitCode.FINDINGS, """
                        aide report  of 2 reports, 2 JVMs
                          violations  7 of 1 kind
                            types.argument  7 of 1 kind: each argument fits its generic signature
                              7×  com.acme.Orders.block(List<Long> ids)
                                  ids[] is java.lang.Integer, declared java.lang.Long
                                  called from com.acme.Main.main(Main.java:9)
                          written     %s, %s, %s, %s
                        """.formatted(html, sarif, json, xml), ""));
        assertThat(html).content().contains("<!DOCTYPE html>");
        assertThat(sarif).content().contains("\"version\": \"2.1.0\"");
        assertThat(xml).content().contains("failures=\"1\"");
        Report merged = JsonReport.parse(Files.readString(json));
        assertThat(merged.findings().get(0).count()).isEqualTo(7);
        assertThat(merged.jvms()).hasSize(2);
    }

    @Test
    void a_file_that_is_named_twice_counts_once() {
        assertThat(Ran.with("report", runs.toString(), runs.resolve("1.json").toString())
                        .out())
                .startsWith("aide report  of 2 reports, 2 JVMs\n  violations  7 of 1 kind\n");
    }

    @Test
    void what_a_baseline_knows_is_fine() throws IOException {
        Path ours = Files.writeString(folder.resolve("ours.txt"), WrittenReport.entry("ship") + "\n");
        Path theirs = Files.writeString(folder.resolve("theirs.txt"), WrittenReport.entry("block") + "\n");

        assertThat(Ran.with("report", runs.toString(), "--baseline", ours.toString()))
                .satisfies(ran -> assertThat(ran.exitCode()).isEqualTo(ExitCode.FINDINGS))
                .satisfies(ran -> assertThat(ran.out()).contains("\n  new         7 of 1 kind\n"));
        assertThat(Ran.with("report", runs.toString(), "--baseline", ours + "," + theirs))
                .isEqualTo(new Ran(ExitCode.FINE, """
                        aide report  of 2 reports, 2 JVMs
                          baseline    2 entries · seen 1
                          new         0 of 0 kinds
                        """, ""));
    }

    @Test
    void broken_input_is_told_in_one_line() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"format\": 1, ");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path gone = folder.resolve("gone.json");

        assertThat(refused("report", broken.toString()))
                .isEqualTo(broken + " is no report of aide's in JSON: it ends too early at line 1, column 15");
        assertThat(refused("report", empty.toString()))
                .isEqualTo(empty + " has no report in it; let programs write some into it, such as by -Daide.report="
                        + empty.resolve("aide-%p.json"));
        assertThat(refused("report", gone.toString())).isEqualTo(gone + " is not there");
        assertThat(refused("report", runs.toString(), "--baseline", gone.toString()))
                .isEqualTo(gone + " is not there");
        Path noEntry = Files.write(folder.resolve("known.txt"), List.of("", "types.argument"));
        assertThat(refused("report", runs.toString(), "--baseline", noEntry.toString()))
                .startsWith(noEntry + ", line 2: it is not rule, method, position and type, ");
        assertThat(refused("report", runs.toString(), "-o", broken + "/all.html"))
                .startsWith(broken + "/all.html could not be written, what was there before is there still: ");
    }

    @Test
    void a_name_that_no_format_has_is_wrong_use() {
        assertThat(Ran.with("report", runs.toString(), "-o", "all.pdf"))
                .isEqualTo(new Ran(
                        ExitCode.WRONG_USE,
                        "",
                        "aide: --out: 'all.pdf' is not a report's name; end it in .html, .sarif, .json or .xml (JUnit)"
                                + System.lineSeparator()));
        assertThat(Ran.with("report", runs.toString(), "-o", "all-%p.html").err())
                .startsWith("aide: --out: 'all-%p.html' has a %p or %t, which stand for one JVM's process and start;");
        assertThat(Ran.with("report").err())
                .isEqualTo("aide: Missing required parameter: 'REPORT';"
                        + " java -jar aide.jar report --help says what there is" + System.lineSeparator());
    }

    private static String refused(String... arguments) {
        Ran ran = Ran.with(arguments);
        assertThat(ran.exitCode()).isEqualTo(ExitCode.BROKEN_INPUT);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("aide: ").hasLineCount(1);
        return ran.err().substring("aide: ".length()).stripTrailing();
    }
}
