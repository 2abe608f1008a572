package dev.aide.agent.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Gathers the commands on baselines. */
@Command(
        name = "baseline",
        header = "Compares, shortens and merges baselines.",
        description = {
            "",
            "A baseline lists the findings that a team has accepted. The agent records it:",
            "  java -javaagent:aide.jar -Daide.baseline=aide-baseline.txt \\",
            "      -Daide.baseline.update=true -jar shop.jar"
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {BaselineDiffCommand.class, BaselinePruneCommand.class, BaselineMergeCommand.class})
final class BaselineCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    /** Shows how it is used, since no command was given. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.WRONG_USE;
    }
}
