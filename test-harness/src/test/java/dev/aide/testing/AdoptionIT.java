package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds {@code demo/run-adoption} to the story that it tells; it checks the exit code of each step itself. */
class AdoptionIT {
    private static final Path SCRIPT = Path.of(System.getProperty("adoption.script"));
    private static final String DEFECT = """
              new         1 of 1 kind
                types.argument  1 of 1 kind: each argument fits its generic signature
                  1×  com.acme.shop.report.Report$Section.table(Map<String, ?> values)
                      values{key} is java.lang.Integer, declared java.lang.String
                      called from com.acme.shop.NightlyClose.cleanUp(NightlyClose.java:126)
            """;

    @TempDir
    Path folder;

    @Test
    void a_team_takes_aide_up_and_ci_fails_by_a_new_defect_alone() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "SKIPPED: the script needs bash");

        String story = told();

        assertThat(chapter(story, 1)).contains("\n  violations  12 of 12 kinds, and ");
        assertThat(chapter(story, 2))
                .contains(
                        "\n  new         0 of 0 kinds\n",
                        "\ntypes.return com.acme.shop.imports.PartnerFiles#blockedCustomers() result[] Integer\n");
        assertThat(chapter(story, 3)).endsWith("\n  new         0 of 0 kinds\n(exit code 0)\n\n");
        assertThat(chapter(story, 5))
                .contains(
                        "\n  7                      orders today\n",
                        "\n" + DEFECT + "  written     aide.html, aide.sarif\n(exit code 1)\n");
        assertThat(chapter(story, 6)).endsWith("\n  new         0 of 0 kinds\n(exit code 0)\n\n");
        assertThat(chapter(story, 7))
                .contains(
                        """
                        types.return com.acme.shop.imports.PartnerFiles#blockedCustomers() result[] Integer
                            did not come in at least 3 executions
                        """,
                        " seen, 0 without proof, 2 may go; --write takes them out\n(exit code 0)\n",
                        " seen, 0 without proof, 2 taken out\n(exit code 0)\n");
        assertThat(folder.resolve("aide-baseline.txt"))
                .content()
                .contains("\ntypes.argument com.acme.shop.service.Mailing#recipients(List[]) groups[][] Long\n")
                .doesNotContain("blockedCustomers");
        assertThat(folder.resolve("aide.sarif")).content().containsOnlyOnce("\"baselineState\": \"new\"");
        assertThat(folder.resolve("aide.html")).isNotEmptyFile();
    }

    private String told() throws IOException, InterruptedException {
        Path out = folder.resolve("story.txt");
        ProcessBuilder builder = new ProcessBuilder("/bin/bash", SCRIPT.toString(), folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AIDE_") || name.startsWith("JAVA_TOOL"));
        builder.environment().put("AIDE_JAR", AgentJar.path().toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        try {
            assertThat(process.waitFor(30, TimeUnit.MINUTES)).as("it ends").isTrue();
            String story = Files.readString(out);
            assertThat(process.exitValue()).as(story).isZero();
            return story;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static String chapter(String story, int number) {
        int start = story.indexOf("\n== " + number + ". ");
        return story.substring(start, story.indexOf("\n== ", start + 1) + 1);
    }
}
