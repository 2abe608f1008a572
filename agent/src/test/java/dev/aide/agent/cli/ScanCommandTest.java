package dev.aide.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanCommandTest {
    private static final String HELP = "; java -jar aide.jar scan --help says what there is\n";

    @TempDir
    Path folder;

    @Test
    void what_cannot_be_meant_is_refused_before_the_scan() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(refused("scan")).isEqualTo("aide: Missing required parameter: 'PATH'" + HELP);
        assertThat(refused("scan", "a.jar", "--list=-1"))
                .isEqualTo("aide: --list: '-1' is not a number from 0 up" + HELP);
        assertThat(refused("scan", "a.jar", "--fail-on=error"))
                .startsWith("aide: Invalid value for option '--fail-on': expected one of [WARN, ENFORCE, NEVER]");
        assertThat(refused("scan", "a.jar", "-Daide.report=" + file + "/aide.html"))
                .isEqualTo("aide: -Daide.report: the folder " + file
                        + " cannot be made; name a path that can be written\n");
        assertThat(refused("scan", "a.jar", "-Daide.baseline=" + folder.resolve("none.txt")))
                .startsWith("aide: aide.baseline: " + folder.resolve("none.txt") + " is not there; ");
    }

    @Test
    void a_path_that_is_not_there_is_broken_input() {
        Path missing = folder.resolve("missing.jar");

        Ran ran = Ran.with("scan", missing.toString());

        assertThat(ran.exitCode()).isEqualTo(ExitCode.BROKEN_INPUT);
        assertThat(lines(ran.err()))
                .isEqualTo("aide: " + missing + " is not there; name jars and folders of classes\n");
        assertThat(ran.out()).contains("judged 0 · out of scope 0 · not judged 0");
    }

    @Test
    void where_all_is_off_nothing_is_judged_and_nothing_wrong() {
        assertThat(Ran.with("scan", folder.toString(), "-Daide.mode=off"))
                .isEqualTo(new Ran(ExitCode.FINE, "aide.mode=off: nothing is judged" + System.lineSeparator(), ""));
    }

    private static String refused(String... arguments) {
        Ran ran = Ran.with(arguments);
        assertThat(ran.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(ran.out()).isEmpty();
        return lines(ran.err());
    }

    private static String lines(String text) {
        return text.replace(System.lineSeparator(), "\n");
    }
}
