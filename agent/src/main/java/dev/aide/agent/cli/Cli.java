package dev.aide.agent.cli;

import dev.aide.agent.report.ThisJvm;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * Where {@code java -jar aide.jar} enters: all that aide does outside of the program that it holds. The agent itself never
 * comes here.
 */
@Command(
        name = "java -jar aide.jar",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = Cli.Version.class,
        sortOptions = false,
        header = "Holds a running Java program to what its code says.",
        description = {
            "",
            "As an agent it is started with the program:",
            "  java -javaagent:aide.jar -jar shop.jar",
            "",
            "The commands below explain it, judge what does not run, work on what it leaves behind, and bring it into what"
                    + " runs."
        },
        synopsisSubcommandLabel = "COMMAND",
        parameterListHeading = "%nArguments:%n",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            ExitCode.FINE + ":done, and nothing is wrong",
            ExitCode.FINDINGS + ":done, and there are findings",
            ExitCode.WRONG_USE + ":a command, option or setting cannot be meant as written",
            ExitCode.BROKEN_INPUT + ":a file or process is not there, broken or out of reach",
            ExitCode.DEFECT + ":aide itself failed"
        },
        subcommands = {
            ExplainCommand.class,
            SettingsCommand.class,
            ScanCommand.class,
            ReportCommand.class,
            BaselineCommand.class,
            DocsCommand.class,
            AttachCommand.class
        })
public final class Cli implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    /** Runs the command that the arguments name, and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        CommandLine commandLine =
                commandLine().setOut(writer(FileDescriptor.out)).setErr(writer(FileDescriptor.err));
        int exitCode = commandLine.execute(arguments);
        commandLine.getOut().flush();
        System.exit(exitCode);
    }

    static CommandLine commandLine() {
        Failures failures = new Failures();
        return new CommandLine(new Cli())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }

    /** Shows how it is used, since no command was given. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.WRONG_USE;
    }

    /** UTF-8 whatever the locale, as the agent writes. */
    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
    }

    /** What {@code --version} prints. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"aide " + ThisJvm.aideVersion()};
        }
    }
}
