package dev.aide.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class CliTest {
    @Test
    void without_a_command_it_shows_how_it_is_used() {
        Ran ran = Ran.with();

        assertThat(ran.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).isEqualTo(Ran.with("--help").out()).contains("Usage: java -jar aide.jar [-hV] COMMAND\n");
    }

    @Test
    void every_command_has_help_with_an_example_and_the_exit_codes() {
        List<CommandLine> commands = new ArrayList<>();
        collect(Cli.commandLine(), commands);

        assertThat(commands).hasSizeGreaterThan(2);
        for (CommandLine command : commands) {
            CommandSpec spec = command.getCommandSpec();
            assertThat(spec.usageMessage().header()).as(spec.qualifiedName()).isNotEmpty();
            assertThat(command.getUsageMessage())
                    .contains("Usage: " + spec.qualifiedName(), "aide.jar", "-h, --help", "\nExit codes:\n")
                    .doesNotContain("null");
        }
    }

    @Test
    void the_exit_codes_are_documented_as_help_says_them() throws IOException {
        List<String> rows = new ArrayList<>();
        for (Map.Entry<String, String> code : codes().entrySet()) {
            rows.add("| " + code.getKey() + " | " + code.getValue() + " |");
        }

        assertThat(Files.readAllLines(Path.of("..", "docs", "cli.md"))).containsSequence(rows);
        assertThat(codes().keySet())
                .containsExactly(
                        "" + ExitCode.FINE,
                        "" + ExitCode.FINDINGS,
                        "" + ExitCode.WRONG_USE,
                        "" + ExitCode.BROKEN_INPUT,
                        "" + ExitCode.DEFECT);
    }

    @Test
    void every_command_stands_in_the_document() throws IOException {
        String document = Files.readString(Path.of("..", "docs", "cli.md"));

        assertThat(Cli.commandLine().getSubcommands().keySet())
                .allSatisfy(command -> assertThat(document).containsPattern("\n\\| \\[?`" + command + "`"));
    }

    @Test
    void a_mistyped_command_or_option_is_refused_in_one_line_with_the_nearest() {
        assertThat(Ran.with("explian"))
                .isEqualTo(refused("'explian' is not a command; did you mean explain?;"
                        + " java -jar aide.jar --help says what there is"));
        assertThat(Ran.with("settings", "--confg", "a"))
                .isEqualTo(refused("'--confg' is not an option; did you mean --config?;"
                        + " java -jar aide.jar settings --help says what there is"));
        assertThat(Ran.with("explain", "types.argument", "types.return"))
                .isEqualTo(refused("'types.return' is one argument too many;"
                        + " java -jar aide.jar explain --help says what there is"));
    }

    @Test
    void a_setting_that_stands_where_none_is_taken_is_told_where_one_is() {
        assertThat(Ran.with("attach", "4711", "-Daide.mode=enforce"))
                .isEqualTo(refused("'-Daide.mode=enforce' is no option here; settings and scan take it behind them, and"
                        + " attach takes aide.mode=enforce; java -jar aide.jar attach --help says what there is"));
    }

    private static Map<String, String> codes() {
        return Cli.commandLine().getCommandSpec().usageMessage().exitCodeList();
    }

    private static void collect(CommandLine command, List<CommandLine> all) {
        all.add(command);
        for (CommandLine child : command.getSubcommands().values()) {
            collect(child, all);
        }
    }

    private static Ran refused(String words) {
        return new Ran(ExitCode.WRONG_USE, "", "aide: " + words + System.lineSeparator());
    }
}
