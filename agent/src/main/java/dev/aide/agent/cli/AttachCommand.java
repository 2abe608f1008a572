package dev.aide.agent.cli;

import dev.aide.agent.attach.Answer;
import dev.aide.agent.attach.AttachApi;
import dev.aide.agent.attach.AttachFailure;
import dev.aide.agent.attach.TargetJvm;
import dev.aide.agent.report.ThisJvm;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings the agent into a running JVM, or switches the modes of the one that is in it. */
@Command(
        name = "attach",
        header = "Brings aide into a running JVM, or switches its modes there.",
        description = {
            "",
            "The JVM has to run as the same user. Where aide is in it already, only mode and rule keys can be given, and hold"
                    + " from then on; else any setting can, and those that are given here come before all others."
                    + " What cannot be meant as written leaves the JVM as it was.",
            "",
            "  java -jar aide.jar attach                                the JVMs there are",
            "  java -jar aide.jar attach 4711                           warn from now on",
            "  java -jar aide.jar attach 4711 mode=enforce              let it fail",
            "  java -jar aide.jar attach 4711 mode=warn rule.types=off  several settings",
            "  java -jar aide.jar attach 4711 mode=off                  stop everything"
        })
final class AttachCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "PID",
            description = "The JVM's process id; without it, a list of those there are.")
    private String process;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "KEY=VALUE",
            description = "Settings, with or without 'aide.' before them.")
    private List<String> settings = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws BrokenInput {
        try {
            AttachApi api = AttachApi.find();
            return process == null ? list(api) : attach(api);
        } catch (AttachFailure e) {
            throw new BrokenInput(e.getMessage(), e);
        }
    }

    private int list(AttachApi api) throws AttachFailure {
        Columns columns = new Columns();
        for (TargetJvm each : api.list()) {
            if (each.process().equals(ThisJvm.process())) {
                continue;
            }
            columns.add(each.process(), each.program().isEmpty() ? "(does not say)" : each.program());
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(columns);
        out.println(spec.qualifiedName() + " PID brings aide into one of them.");
        return ExitCode.FINE;
    }

    private int attach(AttachApi api) throws AttachFailure {
        Answer answer = api.attach(checkedProcess(), arguments());
        if (answer.isRefused()) {
            spec.commandLine().getErr().println("aide: " + answer.text());
            return ExitCode.WRONG_USE;
        }
        spec.commandLine().getOut().println(answer.text());
        return ExitCode.FINE;
    }

    private String checkedProcess() {
        for (int i = 0; i < process.length(); i++) {
            if (process.charAt(i) < '0' || process.charAt(i) > '9') {
                throw new ParameterException(
                        spec.commandLine(), "'" + process + "' is not a process id, which is a number");
            }
        }
        return process;
    }

    /** Returns the settings as one text, as an agent takes them. */
    private String arguments() {
        StringBuilder text = new StringBuilder();
        for (String setting : settings) {
            if (setting.indexOf('=') <= 0) {
                throw new ParameterException(
                        spec.commandLine(), "'" + setting + "' is not key=value, such as mode=enforce");
            }
            text.append(text.length() == 0 ? "" : ";").append(setting);
        }
        return text.toString();
    }
}
