package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Holds the agent to {@code demo/legacy/DEFECTS.md}: it finds each of these defects, and blames nothing else. */
class LegacyProgramIT {
    private static final Path JAR = Path.of(System.getProperty("legacy.jar"));
    private static final Path DEFECTS = Path.of(System.getProperty("legacy.defects"));

    @JdkTest
    void alone_it_ends_well_with_the_same_report_everywhere(Jdk jdk) throws IOException {
        Outcome outcome = ForkedJvm.on(jdk).jar(JAR).run().expectExit(0);

        assertThat(outcome.stdout()).isEqualTo(report());
        assertThat(outcome.stderr()).isEmpty();
    }

    @JdkTest
    void warn_names_its_defects_and_changes_nothing(Jdk jdk) throws IOException {
        Outcome outcome = underAgent(jdk).run().expectExit(0);

        assertThat(outcome.stdout()).isEqualTo(report());
        // a sample is random, so one run in a hundred sees what only full depth is sure to find
        List<Finding> byChance = defects("full");
        assertThat(kinds(outcome))
                .as("%s", outcome)
                .filteredOn(finding -> !byChance.contains(finding))
                .hasSize(11)
                .containsExactlyInAnyOrderElementsOf(defects("sample"));
    }

    @JdkTest
    void full_depth_names_them_all(Jdk jdk) throws IOException {
        Outcome outcome =
                underAgent(jdk).property("aide.types.depth", "full").run().expectExit(0);

        assertThat(outcome.stdout()).isEqualTo(report());
        assertThat(kinds(outcome))
                .as("%s", outcome)
                .hasSize(12)
                .containsExactlyInAnyOrderElementsOf(defects("sample|full"));
    }

    @JdkTest
    void enforce_stops_it_at_the_first_one(Jdk jdk) throws IOException {
        Outcome outcome = underAgent(jdk).property("aide.mode", "enforce").run().expectExit(1);

        assertThat(outcome.stdout()).isEmpty();
        assertThat(outcome.stderr())
                .contains("Exception in thread \"main\" dev.aide.TypeViolation: aide types.return  "
                        + defects("sample").get(0).method());
        assertThat(Finding.inSummary(outcome.stderr()))
                .as("%s", outcome)
                .containsExactly(defects("sample").get(0));
    }

    private static ForkedJvm underAgent(Jdk jdk) {
        return ForkedJvm.on(jdk).agent(AgentJar.path()).jar(JAR);
    }

    /** What was printed, without indexes; the summary shares its one screen with the rules of style. */
    private static List<Finding> kinds(Outcome outcome) {
        return Finding.printed(outcome.stderr()).stream()
                .map(finding -> new Finding(
                        finding.method(),
                        finding.position().replaceAll("\\[\\d+]", "[]"),
                        finding.found(),
                        finding.declared()))
                .toList();
    }

    /** The rows of the table of defects, in its order, whose last column says one of the depths. */
    private static List<Finding> defects(String depths) throws IOException {
        Pattern row = Pattern.compile(
                "\\n\\| \\d+ \\| `(.+)\\(.*\\)` \\| `(.+)` \\| `(.+)` \\| `(.+)` \\| (?:" + depths + ") \\|");
        return row.matcher(Files.readString(DEFECTS))
                .results()
                .map(match -> new Finding(match.group(1), match.group(2), match.group(3), match.group(4)))
                .toList();
    }

    private static String report() throws IOException {
        try (InputStream in = LegacyProgramIT.class.getResourceAsStream("legacy-report.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
