package dev.aide.agent.cli;

import dev.aide.agent.config.BadConfiguration;
import dev.aide.agent.config.Nearest;
import java.io.PrintWriter;
import java.util.Collection;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells a person in one line what went wrong, and the shell by the exit code. Immutable; safe for use by any thread. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private static final String SETTING = "-D";

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        String wrong = e instanceof UnmatchedArgumentException
                ? unknown(((UnmatchedArgumentException) e).getUnmatched().get(0), command)
                : e.getMessage();
        String help = command.getCommandSpec().qualifiedName() + " --help";
        command.getErr().println("aide: " + wrong + "; " + help + " says what there is");
        return ExitCode.WRONG_USE;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult result) {
        PrintWriter err = command.getErr();
        if (e instanceof BadConfiguration || e instanceof BrokenInput) {
            err.println("aide: " + e.getMessage());
            return e instanceof BadConfiguration ? ExitCode.WRONG_USE : ExitCode.BROKEN_INPUT;
        }
        err.println("aide: this is a defect of aide, please report it with these lines");
        e.printStackTrace(err);
        return ExitCode.DEFECT;
    }

    private static String unknown(String argument, CommandLine command) {
        if (argument.startsWith(SETTING)) {
            return "'" + argument + "' is no option here; settings and scan take it behind them, and attach takes "
                    + argument.substring(SETTING.length());
        }
        boolean isOption = argument.startsWith("-");
        Collection<String> known = isOption
                ? command.getCommandSpec().optionsMap().keySet()
                : command.getSubcommands().keySet();
        if (known.isEmpty()) {
            return "'" + argument + "' is one argument too many";
        }
        return "'" + argument + "' is not " + (isOption ? "an option" : "a command") + "; did you mean "
                + Nearest.to(argument, known) + "?";
    }
}
